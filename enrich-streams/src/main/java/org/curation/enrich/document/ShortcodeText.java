package org.curation.enrich.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curation.model.topic.Json;

/**
 * Makes Hugo show the text of a shortcode instead of running it; one that it doesn't know ends the
 * whole build. Only values are escaped: an archetype may use shortcodes of its own. Pure; safe for
 * use by threads.
 */
final class ShortcodeText {
  /** A whole shortcode in its usual form; Hugo's own escape for it works in code blocks too. */
  private static final Pattern WHOLE =
      Pattern.compile("(?<!\\{)\\{\\{(?:<(\\s[^{}<>%*]*+)>|%(\\s[^{}<>%*]*+)%)}}");

  private ShortcodeText() {}

  /** The text as it must stand in a body for readers to see it as it was. */
  static String escape(String text) {
    if (!isOpening(text)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    Matcher whole = WHOLE.matcher(text);
    int from = 0;
    while (whole.find()) {
      escaped.append(signs(text.substring(from, whole.start())));
      escaped.append(
          whole.group(1) != null
              ? "{{</*" + whole.group(1) + "*/>}}"
              : "{{%/*" + whole.group(2) + "*/%}}");
      from = whole.end();
    }
    String rest = signs(text.substring(from));
    return escaped
        .append(rest.endsWith("{{") ? rest.substring(0, rest.length() - 1) + "&#123;" : rest)
        .toString();
  }

  /** Some values with every text in them escaped; the same object when none needs it. */
  static ObjectNode escape(ObjectNode values) {
    return needsEscape(values) ? (ObjectNode) escaped(values) : values;
  }

  private static boolean needsEscape(JsonNode node) {
    if (node.isTextual()) {
      return isOpening(node.asText());
    }
    for (JsonNode child : node) {
      if (needsEscape(child)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode escaped(JsonNode node) {
    if (node.isTextual()) {
      return TextNode.valueOf(escape(node.asText()));
    }
    if (node.isArray()) {
      ArrayNode list = Json.mapper().createArrayNode();
      node.forEach(element -> list.add(escaped(element)));
      return list;
    }
    if (node.isObject()) {
      ObjectNode object = Json.mapper().createObjectNode();
      node.properties().forEach(entry -> object.set(entry.getKey(), escaped(entry.getValue())));
      return object;
    }
    return node;
  }

  /** Its end may meet the beginning of another value. */
  private static boolean isOpening(String text) {
    return text.contains("{{<") || text.contains("{{%") || text.endsWith("{{");
  }

  private static String signs(String text) {
    return text.replace("{{<", "{{&lt;").replace("{{%", "{{&#37;");
  }
}
