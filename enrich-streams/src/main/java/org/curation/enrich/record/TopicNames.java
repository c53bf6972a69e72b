package org.curation.enrich.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/**
 * The topics that a curator gave an item, in whichever shape the field has: a list, JSON text
 * holding a list, JSON text inside of JSON text, one plain text, or the objects by which an API
 * names the values of a field.
 *
 * @param names in the curator's order, blanks removed
 * @param problem what was wrong with the field, for people; null when nothing was
 */
public record TopicNames(List<String> names, @Nullable String problem) {
  /** What APIs call the text of a chosen value. */
  private static final List<String> TEXT_OF_OBJECT = List.of("title", "name", "value");

  private static final int MAX_DEPTH = 4;

  /** Copies the list. */
  public TopicNames {
    names = List.copyOf(names);
  }

  /** Reads a field; null and blank give no topics. Broken JSON text is kept as one topic. */
  public static TopicNames read(@Nullable JsonNode field) {
    Reader reader = new Reader();
    if (field != null) {
      reader.read(field, 0);
    }
    return new TopicNames(reader.names, reader.problem);
  }

  private static final class Reader {
    private final List<String> names = new ArrayList<>();
    private @Nullable String problem;

    void read(JsonNode node, int depth) {
      if (node.isNull() || node.isMissingNode()) {
        return;
      }
      if (depth > MAX_DEPTH) {
        problem = "lists inside of lists inside of lists; the innermost are left out";
      } else if (node.isArray()) {
        node.forEach(element -> read(element, depth + 1));
      } else if (node.isObject()) {
        object(node, depth);
      } else {
        text(node.asText().strip(), depth);
      }
    }

    private void object(JsonNode node, int depth) {
      for (String name : TEXT_OF_OBJECT) {
        if (node.path(name).isTextual()) {
          read(node.path(name), depth + 1);
          return;
        }
      }
      problem = "an object without title, name or value is no topic; left out";
    }

    private void text(String text, int depth) {
      if (text.isEmpty()) {
        return;
      }
      boolean json = text.startsWith("[") || (text.startsWith("\"[") && text.endsWith("]\""));
      if (!json) {
        names.add(text);
        return;
      }
      try {
        read(Json.mapper().readTree(text), depth + 1);
      } catch (JsonProcessingException e) {
        names.add(text);
        problem = "topics start like a JSON list but are not one; kept as text";
      }
    }
  }
}
