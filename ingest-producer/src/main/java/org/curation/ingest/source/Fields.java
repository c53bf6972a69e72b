package org.curation.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Reads parts of a source's JSON; what is absent or of another type is null. Pure. */
public final class Fields {
  private Fields() {}

  /** The text at a path of names, or null when something else or nothing is there. */
  public static @Nullable String text(JsonNode node, String... path) {
    JsonNode at = at(node, path);
    return at.isTextual() ? at.textValue() : null;
  }

  /** The same, and null for white space. */
  public static @Nullable String words(JsonNode node, String... path) {
    String text = text(node, path);
    return text == null || text.isBlank() ? null : text;
  }

  /** A text or a whole number as text, as sources write identifiers; null for anything else. */
  public static @Nullable String id(JsonNode node, String... path) {
    JsonNode at = at(node, path);
    return at.isIntegralNumber() ? at.asText() : words(node, path);
  }

  /** What is at a path of names; a missing node when there is nothing. */
  public static JsonNode at(JsonNode node, String... path) {
    JsonNode at = node;
    for (String name : path) {
      at = at.path(name);
    }
    return at;
  }
}
