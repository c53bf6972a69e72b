package org.curation.enrich.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.curation.enrich.page.html.LineText;
import org.curation.enrich.page.html.PageIndex;
import org.curation.enrich.page.html.Seen;
import org.curation.enrich.page.html.WebAddress;
import org.curation.enrich.page.jsonld.LinkedNode;
import org.curation.enrich.page.value.Candidate;
import org.curation.enrich.page.value.Field;

/**
 * The title of a page without its site's name. Every place where one can stand has a weight; places
 * that agree, whatever their case and marks, add up.
 */
final class Titles {
  private static final int LONGEST = 400;
  private static final int MOST_SECTIONS = 8;

  private static final Pattern LONE = Pattern.compile("^(?:[|»·•–—]\\s+)+|(?:\\s+[|«·•–—-])+$");

  /** Who wrote it, and where, behind the title. */
  private static final Pattern BYLINE =
      Pattern.compile("\\s\\|\\sby\\s\\p{Lu}[^|]{1,60}(?:\\s\\|\\s[^|]{1,60}){0,2}$");

  /** A check before the page, not the page. */
  private static final String CHECK = "justamoment";

  private static final Map<String, Double> TAGS = new LinkedHashMap<>();

  static {
    TAGS.put("og:title", 3.0);
    TAGS.put("citation_title", 2.5);
    TAGS.put("bepress_citation_title", 1.5);
    TAGS.put("twitter:title", 1.0);
    TAGS.put("dc.title", 2.25);
    TAGS.put("dcterms.title", 2.25);
    TAGS.put("sailthru.title", 1.5);
    TAGS.put("parsely-title", 2.25);
    TAGS.put("headline", 1.5);
    TAGS.put("title", 1.0);
    TAGS.put("weibo:article:title", 1.0);
  }

  /** What stands in one place. */
  private record Voice(Candidate<String> said, double weight) {}

  private final PageIndex page;
  private final TitleAffixes affixes;
  private final Headings headings;
  private final List<String> sections;

  /** A site's entry has the site's name for its title. */
  private final boolean entry;

  private final String described;

  private final List<Voice> voices = new ArrayList<>();

  private Titles(PageIndex page, Headings headings, TitleAffixes affixes) {
    this.headings = headings;
    this.page = page;
    this.affixes = affixes;
    this.sections = sections(page);
    String url = page.url();
    this.described = LineText.folded(page.metas().first("description").orElse("\n"));
    this.entry = url != null && WebAddress.isHome(url);
  }

  static Field<String> in(PageIndex page, Optional<LinkedNode> main, Field<String> siteName) {
    List<String> brands = new ArrayList<>();
    String chosen = siteName.value();
    if (chosen != null) {
      brands.add(chosen);
    }
    siteName.others().forEach(other -> brands.add(other.value()));
    String host = WebAddress.host(page.url());
    brands.add(host);
    for (String label : host.split("\\.")) {
      if (label.length() > 3) {
        brands.add(label);
      }
    }
    Headings headings = Headings.in(page);
    if (!headings.first().isEmpty()) {
      brands.addAll(headings.site());
    }
    Titles titles = new Titles(page, headings, new TitleAffixes(brands));
    titles.look(main);
    return titles.choose();
  }

  /** What the page says that it belongs to. */
  private static List<String> sections(PageIndex page) {
    List<String> sections = new ArrayList<>(page.metas().all("article:section"));
    page.properties().stream()
        .map(Seen::element)
        .filter(element -> element.attr("itemprop").equals("name"))
        .filter(element -> element.closest("[itemprop=itemListElement]") != null)
        .limit(MOST_SECTIONS)
        .forEach(element -> sections.add(LineText.of(element, LONGEST)));
    return sections;
  }

  private void look(Optional<LinkedNode> main) {
    List<String> shown = headings.first().stream().filter(text -> !affixes.isBrand(text)).toList();
    TAGS.forEach(
        (name, weight) ->
            page.metas().candidates(List.of(name)).stream()
                .findFirst()
                .ifPresent(tag -> add(LineText.clean(tag.value()), tag.source(), weight)));
    main.ifPresent(this::linked);
    page.properties().stream()
        .filter(seen -> seen.central() && seen.element().attr("itemprop").contains("headline"))
        .findFirst()
        .ifPresent(
            seen ->
                add(
                    LineText.clean(LineText.of(seen.element(), LONGEST)),
                    "itemprop:headline",
                    1.5));
    page.titles().stream()
        .map(title -> LineText.clean(LineText.of(title, LONGEST)))
        .filter(text -> !text.isEmpty() && !LineText.folded(text).equals(CHECK))
        .findFirst()
        .ifPresent(this::element);
    shown.stream().limit(5).forEach(text -> add(text, "h1", shown.size() == 1 ? 2.0 : 1.0));
  }

  private void linked(LinkedNode node) {
    Optional<String> headline = node.text("headline");
    if (headline.isPresent()) {
      add(LineText.clean(headline.get()), "json-ld:headline", 2.5);
    }
    node.text("name")
        .ifPresent(
            name -> add(LineText.clean(name), "json-ld:name", headline.isPresent() ? 0.5 : 1.5));
  }

  /** Without a separator that parts it from nothing. */
  private static String bare(String text) {
    return BYLINE.matcher(LONE.matcher(text).replaceAll("")).replaceFirst("").strip();
  }

  private void element(String said) {
    String text = headings.lessKicker(bare(said));
    String bare = affixes.withoutSection(affixes.without(text), sections);
    String headed = TitleAffixes.headed(bare, headings.first(), 0.25);
    if (headed.equals(bare)) {
      headed = TitleAffixes.headed(bare, headings.second(), 0.5);
    }
    boolean sure = !headed.equals(text);
    add(sure ? headed : TitleAffixes.shortened(bare), "title", 2.0);
  }

  private void add(String clean, String source, double full) {
    // Newsletters have their summary for a title.
    boolean summary = source.equals("og:title") && LineText.folded(clean).equals(described);
    double weight = summary ? full / 10 : full;
    if (clean.length() > LONGEST) {
      return;
    }
    String headed = TitleAffixes.headed(bare(clean), headings.first(), 0.4);
    String text = headings.lessKicker(affixes.withoutSection(affixes.without(headed), sections));
    if (!text.isEmpty()
        && !LineText.folded(text).equals(CHECK)
        && !text.startsWith("http://")
        && !text.startsWith("https://")
        && !text.contains("{{")) {
      voices.add(
          new Voice(
              new Candidate<>(text, source),
              affixes.isBrand(text) && !(entry && source.equals("og:title"))
                  ? weight / 10
                  : weight));
    }
  }

  private Field<String> choose() {
    Map<String, Double> sums = new LinkedHashMap<>();
    for (Voice voice : voices) {
      sums.merge(LineText.folded(voice.said().value()), voice.weight(), Double::sum);
    }
    Candidate<String> best = null;
    double most = 0;
    List<Candidate<String>> all = new ArrayList<>();
    for (Voice voice : voices) {
      all.add(voice.said());
      double sum = sums.getOrDefault(LineText.folded(voice.said().value()), 0.0);
      if (sum > most) {
        most = sum;
        best = voice.said();
      }
    }
    return Field.of(best, all);
  }
}
