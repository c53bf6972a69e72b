package org.curation.enrich.page;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about itself in its head.
 *
 * @param title the first title outside of drawings; null when there is none
 * @param meta contents of meta elements by their name or property, colons removed ({@code og:title}
 *     is {@code ogtitle}, the form that the seeds use); the first of a name wins
 */
public record PageMetadata(@Nullable String title, Map<String, String> meta) {
  private static final int MAX_ENTRIES = 200;
  private static final int MAX_VALUE = 4096;
  private static final int MAX_NAME = 100;

  /** All of it is remembered for as long as the curation is known. */
  private static final int MAX_CHARACTERS = 64 * 1024;

  /** Copies the map in its order. */
  public PageMetadata {
    meta = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(meta));
  }

  /** Reads a page. Any text gives a result. */
  public static PageMetadata extract(String html) {
    Document page = Jsoup.parse(html);
    Map<String, String> meta = new LinkedHashMap<>();
    int characters = 0;
    for (Element element : page.select("meta[content]")) {
      String name = element.hasAttr("property") ? element.attr("property") : element.attr("name");
      String key = name.strip().toLowerCase(Locale.ROOT).replace(":", "");
      String value = bounded(element.attr("content").strip());
      characters += key.length() + value.length();
      if (!key.isEmpty()
          && key.length() <= MAX_NAME
          && meta.size() < MAX_ENTRIES
          && characters <= MAX_CHARACTERS) {
        meta.putIfAbsent(key, value);
      }
    }
    Element title =
        page.select("title").stream()
            .filter(candidate -> candidate.closest("svg") == null)
            .findFirst()
            .orElse(null);
    return new PageMetadata(title == null ? null : bounded(title.text()), meta);
  }

  private static String bounded(String value) {
    if (value.length() <= MAX_VALUE) {
      return value;
    }
    boolean splits = Character.isHighSurrogate(value.charAt(MAX_VALUE - 1));
    return value.substring(0, splits ? MAX_VALUE - 1 : MAX_VALUE);
  }
}
