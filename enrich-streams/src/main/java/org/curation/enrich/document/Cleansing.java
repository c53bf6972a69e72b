package org.curation.enrich.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.curation.model.CleanText;
import org.curation.model.Provenance.Step;
import org.curation.model.topic.Json;

/** Cleans what placeholders can name, and remembers which field held how much. One per document. */
final class Cleansing {
  private static final String BODY = "body";

  /** A record of ten thousand unclean fields needs no step for each. */
  private static final int MAX_STEPS = 20;

  private static final int MAX_NAME = 100;

  private final Map<String, CleanText> unclean = new TreeMap<>();

  /** The same values, cleaned at every depth, keys too. */
  ObjectNode clean(ObjectNode variables) {
    return object("", variables);
  }

  /** One step for each field that was cleaned, in the order of their names. */
  List<Step> steps() {
    return unclean.entrySet().stream()
        .limit(MAX_STEPS)
        .map(
            field ->
                new Step(
                    field.getKey(),
                    "cleaned",
                    "%d characters that nobody can see were removed, %d broken ones became U+FFFD"
                        .formatted(field.getValue().removed(), field.getValue().replaced())))
        .toList();
  }

  private JsonNode node(String name, JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> object(name + ".", node);
      case ARRAY -> array(name, node);
      case STRING -> TextNode.valueOf(text(name, node.asText()));
      default -> node;
    };
  }

  private ObjectNode object(String prefix, JsonNode object) {
    ObjectNode cleaned = Json.mapper().createObjectNode();
    object
        .properties()
        .forEach(
            entry -> {
              String key = CleanText.ofValue(entry.getKey()).text();
              cleaned.set(key, node(prefix + key, entry.getValue()));
            });
    return cleaned;
  }

  private ArrayNode array(String name, JsonNode array) {
    ArrayNode cleaned = Json.mapper().createArrayNode();
    array.forEach(element -> cleaned.add(node(name, element)));
    return cleaned;
  }

  private String text(String name, String text) {
    CleanText cleaned = name.equals(BODY) ? CleanText.ofBody(text) : CleanText.ofValue(text);
    if (cleaned.changed()) {
      String shown = name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
      unclean.merge(shown, cleaned, Cleansing::sum);
    }
    return cleaned.text();
  }

  private static CleanText sum(CleanText a, CleanText b) {
    return new CleanText("", a.removed() + b.removed(), a.replaced() + b.replaced());
  }
}
