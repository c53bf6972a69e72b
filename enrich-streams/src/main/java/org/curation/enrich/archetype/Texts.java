package org.curation.enrich.archetype;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Values as text inside other text. Pure. */
final class Texts {
  private Texts() {}

  /** Null gives "", lists are joined by commas, maps are written as JSON. */
  static String of(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return "";
    }
    if (value.isArray()) {
      List<String> elements = new ArrayList<>(value.size());
      value.forEach(element -> elements.add(of(element)));
      return String.join(", ", elements);
    }
    return value.isObject() ? value.toString() : value.asText();
  }

  /** Whether there is nothing worth showing: null, false, "", or a list or map without entries. */
  static boolean isEmpty(JsonNode value) {
    return value.isNull()
        || value.isMissingNode()
        || (value.isBoolean() && !value.booleanValue())
        || (value.isTextual() && value.textValue().isEmpty())
        || (value.isContainerNode() && value.isEmpty());
  }
}
