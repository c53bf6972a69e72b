package org.curation.enrich.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.curation.enrich.body.BodyRule;
import org.curation.enrich.body.BodyTreatment;
import org.curation.enrich.body.ShownText;
import org.curation.enrich.body.TreatedBody;
import org.curation.model.Provenance.Step;
import org.curation.model.topic.Json;

/** Sees to it that nothing in a document can run: neither in its body nor in its front matter. */
final class SafeText {
  private static final String BODY = "body";
  private static final int MOST_STEPS = 20;

  private SafeText() {}

  /**
   * What placeholders can name, with the body as its lane treats it. In a lane that holds bodies to
   * a list, the other texts can hold no markup but that of the list either.
   */
  static ObjectNode treat(
      ObjectNode values, BodyRule rule, UnaryOperator<String> cleaner, List<Step> steps) {
    TreatedBody body = BodyTreatment.treat(values.path(BODY).asText(""), rule, cleaner);
    body.notes().forEach(note -> steps.add(new Step(BODY, note.rule(), note.detail())));
    ObjectNode treated = values;
    if (rule.isSafe()) {
      List<String> changed = new ArrayList<>();
      treated = object("", values, changed);
      changed.stream()
          .limit(MOST_STEPS)
          .forEach(
              name -> steps.add(new Step(name, "tags made text: they are not on the list", null)));
    }
    treated.put(BODY, body.text());
    return treated;
  }

  private static ObjectNode object(String prefix, JsonNode object, List<String> changed) {
    ObjectNode safe = Json.mapper().createObjectNode();
    object
        .properties()
        .forEach(
            entry -> {
              String name = prefix + entry.getKey();
              safe.set(
                  entry.getKey(),
                  name.equals(BODY) ? entry.getValue() : node(name, entry.getValue(), changed));
            });
    return safe;
  }

  private static JsonNode node(String name, JsonNode node, List<String> changed) {
    return switch (node.getNodeType()) {
      case OBJECT -> object(name + ".", node, changed);
      case ARRAY -> {
        ArrayNode safe = Json.mapper().createArrayNode();
        node.forEach(element -> safe.add(node(name, element, changed)));
        yield safe;
      }
      case STRING -> {
        String text = ShownText.safe(node.asText());
        if (!text.equals(node.asText()) && !changed.contains(name) && changed.size() < MOST_STEPS) {
          changed.add(name);
        }
        yield TextNode.valueOf(text);
      }
      default -> node;
    };
  }

  /** Fields that hold addresses hold none that runs code. */
  static void cleanAddresses(ObjectNode frontMatter, List<Step> steps) {
    for (Map.Entry<String, JsonNode> entry : List.copyOf(frontMatter.properties())) {
      JsonNode safe = address(entry.getKey(), entry.getValue(), steps);
      if (safe != entry.getValue()) {
        frontMatter.set(entry.getKey(), safe);
      }
    }
  }

  private static JsonNode address(String name, JsonNode node, List<Step> steps) {
    if (node.isTextual() && ShownText.isAddressField(name) && ShownText.runs(node.asText())) {
      steps.add(new Step(name, "address left out: it runs code", null));
      return NullNode.getInstance();
    }
    if (node instanceof ObjectNode object) {
      cleanAddresses(object, steps);
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        JsonNode safe = address(name, array.get(i), steps);
        if (safe != array.get(i)) {
          array.set(i, safe);
        }
      }
    }
    return node;
  }
}
