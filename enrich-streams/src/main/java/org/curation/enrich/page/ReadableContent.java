package org.curation.enrich.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.curation.model.topic.Json;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * The article as the curation browser extension's reader saw it when the page was curated: {@code
 * {"title": "…", "byline": "…", "excerpt": "…", "siteName": "…", "textContent": "…", "content":
 * "<div>…"}}. Pure.
 */
public final class ReadableContent {
  /** Most characters of the text that are remembered. */
  static final int MOST_TEXT = 16 * 1024;

  private ReadableContent() {}

  /** Reads the file. Any text gives a result; one of another form gives nothing. */
  public static PageMetadata read(String json) {
    JsonNode article = parse(json);
    MetaEntries entries = new MetaEntries();
    add(entries, "description", article.path("excerpt"));
    add(entries, "author", article.path("byline"));
    add(entries, "og:site_name", article.path("siteName"));
    String title = words(article.path("title"));
    return new PageMetadata(
        title.isEmpty() ? null : MetaEntries.bounded(title), entries.map(), text(article));
  }

  private static void add(MetaEntries entries, String name, JsonNode value) {
    String text = words(value);
    if (!text.isEmpty()) {
      entries.add(name, text);
    }
  }

  private static @Nullable String text(JsonNode article) {
    String plain = words(article.path("textContent"));
    String text = plain.isEmpty() ? Jsoup.parse(article.path("content").asText("")).text() : plain;
    return text.isEmpty() ? null : MetaEntries.bounded(text, MOST_TEXT);
  }

  private static String words(JsonNode value) {
    return value.isTextual() ? value.textValue().strip().replaceAll("\\s+", " ") : "";
  }

  private static JsonNode parse(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      // The capture worker lets no such text through; what it let through before is no error.
      return Json.mapper().createObjectNode();
    }
  }
}
