package org.curation.sink.hugo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns JSON into YAML nodes of the same values. Not for use by several threads. */
final class FrontMatterNodes {
  private final boolean sorted;
  private final TextCleaner cleaner;

  /**
   * A conversion.
   *
   * @param sorted whether keys are sorted, at every depth, or keep their order
   */
  FrontMatterNodes(boolean sorted, TextCleaner cleaner) {
    this.sorted = sorted;
    this.cleaner = cleaner;
  }

  Node node(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> mapping(value);
      case ARRAY -> sequence(value);
      case NUMBER -> number(value);
      case BOOLEAN -> plain(Tag.BOOL, value.asText());
      case NULL, MISSING -> plain(Tag.NULL, "null");
      case STRING, BINARY, POJO -> text(cleaner.frontMatter(value.asText()));
    };
  }

  private Node mapping(JsonNode object) {
    // Two keys may be equal once cleaned; a reader would keep the last of them, or refuse both.
    Map<String, JsonNode> entries = sorted ? new TreeMap<>() : new LinkedHashMap<>();
    object
        .properties()
        .forEach(entry -> entries.put(cleaner.frontMatter(entry.getKey()), entry.getValue()));
    List<NodeTuple> tuples = new ArrayList<>(entries.size());
    entries.forEach((key, value) -> tuples.add(new NodeTuple(text(key), node(value))));
    return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
  }

  private Node sequence(JsonNode array) {
    List<Node> elements = new ArrayList<>(array.size());
    array.forEach(element -> elements.add(node(element)));
    return new SequenceNode(Tag.SEQ, elements, FlowStyle.BLOCK);
  }

  private static Node number(JsonNode number) {
    if (number.isIntegralNumber()) {
      return plain(Tag.INT, number.asText());
    }
    if ((number.isDouble() || number.isFloat()) && !Double.isFinite(number.doubleValue())) {
      double special = number.doubleValue();
      String name = Double.isNaN(special) ? ".nan" : special > 0 ? ".inf" : "-.inf";
      return plain(Tag.FLOAT, name);
    }
    return plain(Tag.FLOAT, decimal(number.decimalValue()));
  }

  /** A form with both a point and, if any, a signed exponent: the one that all readers know. */
  private static String decimal(BigDecimal number) {
    String digits = number.toString();
    if (digits.indexOf('.') >= 0) {
      return digits;
    }
    int exponent = digits.indexOf('E');
    return exponent < 0
        ? digits + ".0"
        : digits.substring(0, exponent) + ".0" + digits.substring(exponent);
  }

  private static Node text(String text) {
    return new ScalarNode(Tag.STR, text, null, null, ScalarStyles.of(text));
  }

  private static Node plain(Tag tag, String text) {
    return new ScalarNode(tag, text, null, null, ScalarStyle.PLAIN);
  }
}
