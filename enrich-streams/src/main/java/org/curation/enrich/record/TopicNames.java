package org.curation.enrich.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/**
 * The topics that a curator gave an item, in whichever shape the field has: a list, JSON text
 * holding a list, or one plain text.
 *
 * @param names in the curator's order, blanks removed
 * @param problem what was wrong with the field, for people; null when nothing was
 */
public record TopicNames(List<String> names, @Nullable String problem) {
  /** Copies the list. */
  public TopicNames {
    names = List.copyOf(names);
  }

  /** Reads a field; null and blank give no topics. Broken JSON text is kept as one topic. */
  public static TopicNames read(@Nullable JsonNode field) {
    if (field == null || field.isNull()) {
      return new TopicNames(List.of(), null);
    }
    if (field.isArray()) {
      return new TopicNames(texts(field), null);
    }
    String text = field.asText().strip();
    if (text.isEmpty()) {
      return new TopicNames(List.of(), null);
    }
    if (!text.startsWith("[")) {
      return new TopicNames(List.of(text), null);
    }
    try {
      JsonNode parsed = Json.mapper().readTree(text);
      return new TopicNames(texts(parsed), null);
    } catch (JsonProcessingException e) {
      return new TopicNames(
          List.of(text), "topics start like a JSON list but are not one; kept as text");
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> names = new ArrayList<>();
    for (JsonNode element : array) {
      String name = element.asText().strip();
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }
}
