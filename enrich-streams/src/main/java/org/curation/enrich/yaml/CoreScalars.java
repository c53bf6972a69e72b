package org.curation.enrich.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML scalars as values of the core schema. */
public final class CoreScalars {
  private static final int LONGEST_NUMBER = 64;

  private CoreScalars() {}

  /** The scalar's value; what can't be one is reported, and null. */
  public static JsonNode value(ScalarNode node, Place place) {
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.STR)) {
      return TextNode.valueOf(text);
    }
    if (tag.equals(Tag.NULL)) {
      return NullNode.instance;
    }
    if (tag.equals(Tag.BOOL)) {
      return BooleanNode.valueOf(text.toLowerCase(Locale.ROOT).equals("true"));
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return number(text, tag.equals(Tag.INT), place);
    }
    place.problem(
        "the tag %s is not supported; write plain YAML".formatted(Quoted.of(tag.getValue())));
    return NullNode.instance;
  }

  private static JsonNode number(String text, boolean whole, Place place) {
    try {
      if (text.length() <= LONGEST_NUMBER) {
        return whole ? integer(text) : JsonNodeFactory.instance.numberNode(new BigDecimal(text));
      }
    } catch (NumberFormatException notFinite) {
      // reported below, like numbers that are too long
    }
    place.problem(
        "%s can't be written as a number; put it in quotes to make it text"
            .formatted(Quoted.of(text)));
    return NullNode.instance;
  }

  private static JsonNode integer(String text) {
    BigInteger number =
        switch (text.length() > 1 ? text.substring(0, 2) : "") {
          case "0x" -> new BigInteger(text.substring(2), 16);
          case "0o" -> new BigInteger(text.substring(2), 8);
          default -> new BigInteger(text);
        };
    if (number.bitLength() < Integer.SIZE) {
      return JsonNodeFactory.instance.numberNode(number.intValue());
    }
    return number.bitLength() < Long.SIZE
        ? JsonNodeFactory.instance.numberNode(number.longValue())
        : JsonNodeFactory.instance.numberNode(number);
  }
}
