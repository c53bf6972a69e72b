package org.curation.enrich.archetype;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

/** Finds dotted paths in variables. Pure. */
final class Lookup {
  private Lookup() {}

  /**
   * The value at a path; null where something on the way is missing. The longest key that is there
   * wins at each level, because keys may hold dots: {@code page.meta.msvalidate.01}.
   */
  static JsonNode find(JsonNode variables, String path) {
    JsonNode at = variables;
    String rest = path;
    while (!rest.isEmpty()) {
      int end = rest.length();
      JsonNode next = at.get(rest);
      while (next == null && end > 0) {
        end = rest.lastIndexOf('.', end - 1);
        next = end > 0 ? at.get(rest.substring(0, end)) : null;
      }
      if (next == null) {
        return NullNode.instance;
      }
      at = next;
      rest = end < rest.length() ? rest.substring(end + 1) : "";
    }
    return at;
  }
}
