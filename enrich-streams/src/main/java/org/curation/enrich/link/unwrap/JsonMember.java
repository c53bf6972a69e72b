package org.curation.enrich.link.unwrap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/** The text of a member of a JSON object. Pure. */
final class JsonMember {
  private JsonMember() {}

  /**
   * The first of the members that is a text; null when none is or the text is no JSON.
   *
   * @param fields names; dots go deeper
   */
  static @Nullable String find(String json, List<String> fields) {
    JsonNode root;
    try {
      root = Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      return null;
    }
    for (String field : fields) {
      JsonNode node = root;
      for (String name : field.split("\\.")) {
        node = node == null ? null : node.get(name);
      }
      if (node != null && node.isTextual()) {
        return node.textValue();
      }
    }
    return null;
  }
}
