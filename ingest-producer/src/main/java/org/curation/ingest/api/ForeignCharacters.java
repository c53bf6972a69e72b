package org.curation.ingest.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.curation.ingest.source.Excerpt;

/**
 * Finds texts that no file and no topic can hold: JSON can write NUL and halves of characters (lone
 * surrogates), UTF-8 and front matter can't. Pure.
 */
final class ForeignCharacters {
  static final String EXPECTED =
      "a text without NUL (\\u0000) and without halves of characters (a lone \\ud800 to \\udfff)";

  private static final int MOST = 100;

  private ForeignCharacters() {}

  /** The key paths of such texts and names, as {@code fields.a[2]}; at most a hundred. */
  static List<String> in(JsonNode node) {
    List<String> found = new ArrayList<>();
    find(node, "", found);
    return found;
  }

  /** Whether a text can be stored. */
  static boolean isSound(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  /** Nesting is bounded by the parser. */
  private static void find(JsonNode node, String place, List<String> found) {
    if (found.size() >= MOST) {
      return;
    }
    if (node.isTextual() && !isSound(node.textValue())) {
      found.add(place);
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        find(node.get(i), place + "[" + i + "]", found);
      }
    }
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      String name = Excerpt.of(each.getKey()).replaceAll("\\p{Cs}", "\uFFFD");
      String at = place.isEmpty() ? name : place + "." + name;
      if (!isSound(each.getKey()) && found.size() < MOST) {
        found.add(at);
      }
      find(each.getValue(), at, found);
    }
  }
}
