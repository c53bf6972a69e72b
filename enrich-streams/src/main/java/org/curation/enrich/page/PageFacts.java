package org.curation.enrich.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.curation.enrich.description.DescriptionCandidate;
import org.curation.enrich.description.PageDescription;
import org.curation.enrich.page.date.PageDate;
import org.curation.enrich.page.date.PageDates;
import org.curation.enrich.page.html.LineText;
import org.curation.enrich.page.html.PageIndex;
import org.curation.enrich.page.image.Icons;
import org.curation.enrich.page.image.LeadImage;
import org.curation.enrich.page.jsonld.LinkedData;
import org.curation.enrich.page.jsonld.LinkedNode;
import org.curation.enrich.page.person.Bylines;
import org.curation.enrich.page.value.Field;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about itself, each value with its source and what else it could have been. Pure:
 * no network, no clock; one page gives the same facts always. Immutable.
 *
 * @param title without the site's name
 * @param descriptions texts of tags, not cleaned, in the order of trust
 * @param description the best text that the page has, cleaned
 * @param authors names, normalised, in their order
 * @param siteName as the site calls itself; a host is never taken for a name
 * @param lang as a tag of BCP 47
 * @param published when it was published; when only a change is dated, that
 * @param modified when it was changed last
 * @param canonical the address that the page wants to be known by, absolute
 * @param amp its form for phones, absolute
 * @param image the lead image, absolute
 * @param icons favicon, logo and what else is offered
 * @param htmlMeta first contents of meta elements that belong to neither of the two others, by name
 * @param openGraph those of OpenGraph and its object types ({@code og:}, {@code article:} …)
 * @param twitter those of Twitter cards
 * @param jsonLd linked data as it was read
 */
public record PageFacts(
    Field<String> title,
    List<DescriptionCandidate> descriptions,
    PageDescription description,
    Field<List<String>> authors,
    Field<String> siteName,
    Field<String> lang,
    Field<PageDate> published,
    Field<PageDate> modified,
    Field<String> canonical,
    Field<String> amp,
    Field<String> image,
    Icons icons,
    Map<String, String> htmlMeta,
    Map<String, String> openGraph,
    Map<String, String> twitter,
    List<JsonNode> jsonLd) {
  private static final List<String> GRAPH =
      List.of("og:", "article:", "book:", "profile:", "video:", "music:", "product:", "fb:");

  /** Copies maps and lists, in their order. */
  public PageFacts {
    descriptions = List.copyOf(descriptions);
    htmlMeta = Collections.unmodifiableMap(new LinkedHashMap<>(htmlMeta));
    openGraph = Collections.unmodifiableMap(new LinkedHashMap<>(openGraph));
    twitter = Collections.unmodifiableMap(new LinkedHashMap<>(twitter));
    jsonLd = List.copyOf(jsonLd);
  }

  /**
   * Reads a page. Any text gives facts, of which the first two million characters are read.
   *
   * @param url where the page was found; null or nonsense when that isn't known
   * @param fetched dates after it are not believed; null when that isn't known
   */
  public static PageFacts read(String html, @Nullable String url, @Nullable Instant fetched) {
    return of(PageIndex.of(html, url), fetched);
  }

  /** Reads a page that was parsed and walked already. */
  public static PageFacts of(PageIndex page, @Nullable Instant fetched) {
    LinkedData data = LinkedData.read(page.linkedData());
    List<String> addresses = addresses(page);
    List<String> titles = titles(page);
    Optional<LinkedNode> main = data.main(addresses, titles);
    LinkedData own = data.ofPage(addresses, titles);
    Field<String> siteName = SiteNames.in(page, data, main);
    Field<String> lang = Languages.in(page, main);
    PageDates.Found dates = PageDates.in(page, own, main, lang.value(), fetched);
    Field<String> title = Titles.in(page, main, siteName);
    List<DescriptionCandidate> tagged = DescriptionTags.in(page, main);
    return new PageFacts(
        title,
        tagged,
        PageDescription.of(tagged, page.document(), title.value(), siteName.value()),
        Bylines.in(page, own, main, siteName.value()),
        siteName,
        lang,
        dates.published(),
        dates.modified(),
        Canonical.in(page, main),
        Canonical.amp(page),
        LeadImage.in(page, main),
        Icons.in(page, data, main),
        page.metas().shown(Predicate.not(PageFacts::isGraph).and(Predicate.not(PageFacts::isCard))),
        page.metas().shown(PageFacts::isGraph),
        page.metas().shown(PageFacts::isCard),
        data.blocks());
  }

  private static List<String> addresses(PageIndex page) {
    List<String> addresses = new ArrayList<>();
    String url = page.url();
    if (url != null) {
      addresses.add(url);
    }
    page.links().stream()
        .filter(link -> link.attr("rel").equalsIgnoreCase("canonical"))
        .map(link -> link.attr("href"))
        .forEach(addresses::add);
    addresses.addAll(page.metas().all("og:url"));
    return addresses;
  }

  private static List<String> titles(PageIndex page) {
    List<String> titles = new ArrayList<>(page.metas().all("og:title"));
    page.titles().stream().limit(2).map(title -> LineText.of(title, 400)).forEach(titles::add);
    titles.addAll(Headings.in(page).first());
    return titles.stream().map(title -> LineText.clean(LineText.cut(title, 400))).toList();
  }

  private static boolean isGraph(String name) {
    return GRAPH.stream().anyMatch(name::startsWith);
  }

  private static boolean isCard(String name) {
    return name.startsWith("twitter:");
  }

  /** The authors as one text; null when there are none. */
  public @Nullable String byline() {
    List<String> names = authors.value();
    return names == null ? null : String.join(", ", names);
  }

  /** The language without script and region; null when it isn't known. */
  public @Nullable String language() {
    String tag = lang.value();
    return tag == null ? null : tag.split("-", 2)[0];
  }
}
