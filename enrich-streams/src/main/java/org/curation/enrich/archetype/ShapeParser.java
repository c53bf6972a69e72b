package org.curation.enrich.archetype;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.curation.enrich.yaml.CoreScalars;
import org.curation.enrich.yaml.Place;
import org.curation.enrich.yaml.Problems;
import org.curation.enrich.yaml.Quoted;
import org.curation.enrich.yaml.YamlMapping;
import org.curation.service.Suggestion;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes shapes from YAML nodes. For one file and one thread. */
final class ShapeParser {
  private static final String WHEN = "$when";
  private static final String WITH = "$with";

  private final TemplateParser templates = new TemplateParser(VariableNames.DOCUMENT);
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The shape of a whole front matter. */
  Shape.Entries frontMatter(MappingNode node, Place place) {
    return map(node, place, true);
  }

  private Shape shape(Node node, Place place) {
    // An alias is the same node again; following it could go round in circles or grow without end.
    if (!seen.add(node)) {
      place.problem("YAML aliases are not supported; write the value out");
      return new Shape.Constant(NullNode.instance);
    }
    return switch (node) {
      case MappingNode map -> map(map, place, false);
      case SequenceNode list -> list(list, place);
      case ScalarNode scalar -> scalar(scalar, place);
      default -> throw new IllegalStateException("no such YAML node: " + node.getNodeId());
    };
  }

  private Shape scalar(ScalarNode node, Place place) {
    if (!node.getTag().equals(Tag.STR)) {
      return new Shape.Constant(CoreScalars.value(node, place));
    }
    Template template = template(node.getValue(), place);
    return template.isConstant()
        ? new Shape.Constant(TextNode.valueOf(template.literalText()))
        : new Shape.Filled(template);
  }

  private Template template(String text, Place place) {
    Template template = templates.parse(text, place);
    if (template.hasOptionalPart() && template.whole() == null) {
      place.problem(
          "filter \"optional\" works only where the placeholder is the whole value: there is no"
              + " key to leave out of a text");
    }
    return template;
  }

  private Shape list(SequenceNode node, Place place) {
    refuseTag(node, Tag.SEQ, place);
    List<Shape> elements = new ArrayList<>();
    for (Node element : node.getValue()) {
      elements.add(shape(element, place.element(elements.size(), element)));
    }
    return new Shape.Elements(elements);
  }

  private Shape.Entries map(MappingNode node, Place place, boolean whole) {
    refuseTag(node, Tag.MAP, place);
    Map<String, Shape> entries = new LinkedHashMap<>();
    Placeholder condition = null;
    Placeholder base = null;
    for (Map.Entry<String, YamlMapping.Entry> entry :
        YamlMapping.read(node, place).entries().entrySet()) {
      Place at = entry.getValue().place();
      Node value = entry.getValue().value();
      if (entry.getKey().equals(WHEN)) {
        condition = condition(value, at);
        if (whole) {
          at.problem("works in a map below a key; the whole front matter is always written");
        }
      } else if (entry.getKey().equals(WITH)) {
        base = condition(value, at);
      } else if (entry.getKey().contains("${")) {
        at.problem("placeholders work in values, not in keys");
      } else if (entry.getKey().startsWith("$")) {
        at.problem("unknown key" + Suggestion.phrase(entry.getKey(), List.of(WHEN, WITH)));
      } else {
        entries.put(entry.getKey(), shape(value, valuePlace(at, value)));
      }
    }
    return new Shape.Entries(condition, base, entries);
  }

  private @Nullable Placeholder condition(Node node, Place place) {
    Problems problems = place.problems();
    int before = problems.size();
    Placeholder whole =
        node instanceof ScalarNode scalar
            ? templates.parse(scalar.getValue(), place).whole()
            : null;
    if (whole == null && problems.size() == before) {
      place.problem("must be exactly one placeholder: \"${image}\"");
    }
    return whole;
  }

  private static Place valuePlace(Place key, Node value) {
    return value instanceof ScalarNode ? key.line(value.getStartMark().getLine() + 1) : key;
  }

  private static void refuseTag(Node node, Tag expected, Place place) {
    if (!node.getTag().equals(expected)) {
      place.problem(
          "the tag %s is not supported; write plain YAML"
              .formatted(Quoted.of(node.getTag().getValue())));
    }
  }
}
