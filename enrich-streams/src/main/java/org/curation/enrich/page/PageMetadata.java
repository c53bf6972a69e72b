package org.curation.enrich.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about itself in its head, and its text where somebody read it.
 *
 * @param title the first title outside of drawings; null when there is none
 * @param meta contents of meta elements by their name or property, colons removed ({@code og:title}
 *     is {@code ogtitle}, the form that the seeds use); the first of a name wins
 * @param text the article without its surroundings, as plain text; null when nobody read it
 */
public record PageMetadata(
    @Nullable String title, Map<String, String> meta, @Nullable String text) {
  /** Copies the map in its order. */
  public PageMetadata {
    meta = Collections.unmodifiableMap(new LinkedHashMap<>(meta));
  }

  /** What was read in a head. */
  public PageMetadata(@Nullable String title, Map<String, String> meta) {
    this(title, meta, null);
  }

  /** Reads a page. Any text gives a result. */
  public static PageMetadata extract(String html) {
    return extract(Jsoup.parse(html));
  }

  /** Reads a page that was parsed already; it stays as it is. */
  public static PageMetadata extract(Document page) {
    MetaEntries entries = new MetaEntries();
    for (Element element : page.select("meta[content]")) {
      String name = element.hasAttr("property") ? element.attr("property") : element.attr("name");
      entries.add(name, element.attr("content"));
    }
    Element title =
        page.select("title").stream()
            .filter(candidate -> candidate.closest("svg") == null)
            .findFirst()
            .orElse(null);
    return new PageMetadata(
        title == null ? null : MetaEntries.bounded(title.text()), entries.map());
  }
}
