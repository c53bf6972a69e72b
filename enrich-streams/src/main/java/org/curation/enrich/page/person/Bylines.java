package org.curation.enrich.page.person;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.curation.enrich.page.html.LineText;
import org.curation.enrich.page.html.MainItem;
import org.curation.enrich.page.html.PageIndex;
import org.curation.enrich.page.html.Region;
import org.curation.enrich.page.html.Seen;
import org.curation.enrich.page.html.WebAddress;
import org.curation.enrich.page.jsonld.LinkedData;
import org.curation.enrich.page.jsonld.LinkedNode;
import org.curation.enrich.page.value.Candidate;
import org.curation.enrich.page.value.Field;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Who wrote a page: what machines are told first, then marked elements, then classes. */
public final class Bylines {
  private static final List<String> TAGS =
      List.of(
          "author",
          "article:author_name",
          "article:author",
          "og:author",
          "og:article:author",
          "dc.creator",
          "dcterms.creator",
          "dc.author",
          "dcterm:creator",
          "sailthru.author",
          "parsely-author",
          "byl",
          "byline",
          "article.author",
          "authors",
          "rbauthors",
          "cxenseparse:author",
          "bt:author",
          "cre:author",
          "vr:author",
          "shareaholic:article_author_name",
          "citation_author",
          "bepress_citation_author",
          "citation_authors",
          "creator");

  /** Cards have pairs of a label and a value, in any order. */
  private static final int CARD_PAIRS = 4;

  private static final Pattern CARD_LABEL =
      Pattern.compile(
          "(?iu)(?:written|posted|published)? ?by|authors?|verfasst von|geschrieben von|autor(?:in)?"
              + "|écrit par|auteur|rédigé par|escrito por|scritto da|autore|geschreven door|skriven av|skrevet av"
              + "|skrevet af|написано автором|автор|執筆者|著者|作者|글쓴이|بقلم|كُتب بواسطة");

  /** Libraries write the last name first. */
  private static final Pattern CATALOGUED =
      Pattern.compile("^(?:meta:(?:bepress_)?citation|dc\\.|dcterms)");

  private static final Pattern CERTAIN =
      Pattern.compile(
          "(?:^|[\\s_-])(?:byline|by-line|p-author|written-?by|author|author-?name|post-?author|entry-?author|article-?author)(?:[\\s_-]|$)");

  /** Companies are no authors. */
  private static final Pattern FIRM =
      Pattern.compile(
          "株式会社|有限会社|有限公司|(?:^|\\s)(?:Inc|Ltd|LLC|GmbH|S\\.A|AG|B\\.V|Corp|Corporation|Company|Limited)\\.?$");

  private static final Set<String> WEAK = Set.of("class", "text");
  private static final int MOST_TEXT = 200;
  private static final int MOST_ELEMENTS = 12;
  private static final int MOST_AROUND = 4;
  private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s?:\\s?none");

  private final PageIndex page;
  private final @Nullable String siteName;
  private final List<Candidate<List<String>>> found = new ArrayList<>();

  private Bylines(PageIndex page, @Nullable String siteName) {
    this.page = page;
    this.siteName = siteName;
  }

  /**
   * The authors, each a list of names.
   *
   * @param siteName a name that no person has
   */
  public static Field<List<String>> in(
      PageIndex page, LinkedData data, Optional<LinkedNode> main, @Nullable String siteName) {
    Bylines bylines = new Bylines(page, siteName);
    main.ifPresent(bylines::linked);
    bylines.tags();
    data.nodes().stream()
        .filter(node -> node.isArticle() || node.is("webpage") || node.is("creativework"))
        .forEach(bylines::linked);
    bylines.marked();
    return bylines.ranked();
  }

  private Field<List<String>> ranked() {
    List<Candidate<List<String>>> people = new ArrayList<>();
    List<Candidate<List<String>>> firms = new ArrayList<>();
    for (Candidate<List<String>> each : found) {
      if (each.value().stream().anyMatch(name -> !isSite(name))) {
        boolean firm =
            each.value().stream().allMatch(name -> FIRM.matcher(name).find() || isOwner(name));
        (firm ? firms : people).add(firm ? each : lessFirms(each));
      }
    }
    firms.removeIf(
        each ->
            WEAK.contains(each.source())
                || each.value().stream().allMatch(name -> FIRM.matcher(name).find()));
    people.addAll(firms);
    return Field.first(people);
  }

  /** Beside a person, companies and the site itself are no authors. */
  private Candidate<List<String>> lessFirms(Candidate<List<String>> said) {
    List<String> kept =
        said.value().stream().filter(name -> !FIRM.matcher(name).find() && !isSite(name)).toList();
    return kept.isEmpty() || kept.size() == said.value().size()
        ? said
        : new Candidate<>(kept, said.source());
  }

  /** By its name, or the word of its host. */
  private boolean isSite(String name) {
    String folded = LineText.folded(name);
    boolean named = siteName != null && LineText.folded(siteName).equals(folded);
    return (named || isHost(folded)) && !isOwner(name);
  }

  private boolean isHost(String folded) {
    String host = WebAddress.host(page.url());
    String[] labels = host.split("\\.", 6);
    for (int i = 0; i + 1 < labels.length; i++) {
      // What stands behind a blog's own label is the network that it belongs to.
      if ((i == 0 || labels[i].length() > 3) && LineText.folded(labels[i]).equals(folded)) {
        return true;
      }
    }
    return LineText.folded(host).equals(folded);
  }

  /** Of two words that are the host's, it may be a person's, who counts when nobody else does. */
  private boolean isOwner(String name) {
    return name.indexOf(' ') > 0 && isHost(LineText.folded(name));
  }

  private void linked(LinkedNode node) {
    for (String key : List.of("author", "creator")) {
      List<String> names = new ArrayList<>();
      for (String text : node.names(key)) {
        if (!isAddress(text)) {
          names.addAll(PersonNames.of(text));
        }
      }
      add(names, "json-ld:" + key);
    }
  }

  private void tags() {
    Map<String, List<String>> bySource = new LinkedHashMap<>();
    for (Candidate<String> tag : page.metas().candidates(TAGS)) {
      if (!isAddress(tag.value())) {
        bySource
            .computeIfAbsent(tag.source(), unused -> new ArrayList<>())
            .addAll(
                CATALOGUED.matcher(tag.source()).find()
                    ? PersonNames.ofOne(tag.value())
                    : PersonNames.of(tag.value()));
      }
    }
    bySource.forEach((source, names) -> add(names, source));
    for (int i = 1; i <= CARD_PAIRS; i++) {
      String label = page.metas().first("twitter:label" + i).orElse("").strip();
      if (CARD_LABEL.matcher(label.replaceFirst("\\s?:$", "")).matches()) {
        String source = "twitter:data" + i;
        page.metas().first(source).ifPresent(name -> add(PersonNames.of(name), source));
      }
    }
  }

  private void marked() {
    List<String> properties = new ArrayList<>();
    page.properties().stream()
        .filter(MainItem::holds)
        .map(Seen::element)
        .filter(element -> element.attr("itemprop").toLowerCase(Locale.ROOT).contains("author"))
        .limit(MOST_ELEMENTS)
        .forEach(
            element -> {
              Element name = element.selectFirst("[itemprop=name]");
              properties.addAll(
                  name != null && name.hasAttr("content")
                      ? PersonNames.of(name.attr("content"))
                      : names(name == null ? element : name));
            });
    add(properties, "itemprop:author");
    linked(false);
    classes(true);
    classes(false);
    page.authorTexts().forEach(text -> add(PersonNames.inText(text), "text"));
    linked(true);
    page.labelledAuthors().forEach(text -> add(PersonNames.inText(text), "label"));
  }

  /** What readers can't see comes late. */
  private void linked(boolean hidden) {
    List<String> links = new ArrayList<>();
    page.authors().stream()
        .filter(Seen::central)
        .limit(MOST_ELEMENTS)
        .filter(seen -> isHidden(seen.element()) == hidden)
        .forEach(seen -> links.addAll(names(seen.element())));
    add(links, "rel:author");
  }

  private static boolean isHidden(Element element) {
    Element at = element;
    for (int up = 0; up < MOST_AROUND && at != null; up++) {
      if (at.hasAttr("hidden") || HIDDEN.matcher(LineText.cut(at.attr("style"), 300)).find()) {
        return true;
      }
      at = at.parent();
    }
    return false;
  }

  private void classes(boolean certain) {
    for (Seen seen : page.bylines().stream().filter(Seen::central).limit(MOST_ELEMENTS).toList()) {
      Element element = seen.element();
      String names = (element.attr("class") + " " + element.attr("id")).toLowerCase(Locale.ROOT);
      boolean sure = CERTAIN.matcher(LineText.cut(names, MOST_TEXT)).find();
      if (sure == certain && (sure || seen.region() != Region.HEAD)) {
        Element link = element.selectFirst("a[href*=author], a[rel*=author], [class*=name]");
        List<String> written = link == null ? List.of() : names(link);
        add(written.isEmpty() ? names(element) : written, "class");
      }
    }
  }

  private static List<String> names(Element element) {
    String text = LineText.parted(element, MOST_TEXT + 1);
    return text.isEmpty() || text.length() > MOST_TEXT ? List.of() : PersonNames.inText(text);
  }

  private void add(List<String> names, String source) {
    Map<String, String> distinct = new LinkedHashMap<>();
    names.forEach(name -> distinct.putIfAbsent(LineText.folded(name), name));
    if (!distinct.isEmpty()) {
      found.add(new Candidate<>(List.copyOf(distinct.values()), source));
    }
  }

  private static boolean isAddress(String text) {
    return text.contains("://")
        || text.startsWith("//")
        || text.startsWith("www.")
        || text.startsWith("/");
  }
}
