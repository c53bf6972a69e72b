package org.curation.enrich.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/**
 * What the curation browser extension read in a page's head when the page was curated: {@code
 * [{"name": "openGraphMetaData", "content": [{"name": "og:title", "content": "…"}]}, …]}. Pure.
 */
public final class ExtensionCuration {
  /** Of a name that several groups have, the first group's counts. */
  private static final List<String> GROUPS =
      List.of("openGraphMetaData", "twitterMetaData", "htmlMetaData");

  private ExtensionCuration() {}

  /** Reads the file. Any text gives a result; one of another form gives nothing. */
  public static PageMetadata read(String json) {
    MetaEntries entries = new MetaEntries();
    JsonNode groups = parse(json);
    for (String wanted : GROUPS) {
      for (JsonNode group : groups) {
        if (wanted.equals(group.path("name").textValue())) {
          group.path("content").forEach(entry -> add(entries, entry));
        }
      }
    }
    return new PageMetadata(null, entries.map());
  }

  private static void add(MetaEntries entries, JsonNode entry) {
    String name = entry.path("name").textValue();
    String content = entry.path("content").textValue();
    if (name != null && content != null) {
      entries.add(name, content);
    }
  }

  private static JsonNode parse(String json) {
    try {
      JsonNode read = Json.mapper().readTree(json);
      return read.isArray() ? read : Json.mapper().createArrayNode();
    } catch (JsonProcessingException e) {
      // The capture worker lets no such text through; what it let through before is no error.
      return Json.mapper().createArrayNode();
    }
  }

  /**
   * A page's metadata, with what it doesn't say itself taken from what the extension read.
   *
   * @param added names of what was taken
   */
  public record Filled(PageMetadata metadata, List<String> added) {}

  /** Fills the gaps of what a page says; an empty text is a gap too. */
  public static Filled fill(PageMetadata page, PageMetadata extension) {
    Map<String, String> meta = new LinkedHashMap<>(page.meta());
    List<String> added = new ArrayList<>();
    String title = filled("title", page.title(), extension.title(), added);
    String text = filled("text", page.text(), extension.text(), added);
    extension
        .meta()
        .forEach(
            (name, content) -> {
              if (!content.isBlank() && meta.getOrDefault(name, "").isBlank()) {
                meta.put(name, content);
                added.add(name);
              }
            });
    return new Filled(new PageMetadata(title, meta, text), added);
  }

  private static @Nullable String filled(
      String name, @Nullable String own, @Nullable String other, List<String> added) {
    if (other == null || (own != null && !own.isBlank())) {
      return own;
    }
    added.add(name);
    return other;
  }
}
