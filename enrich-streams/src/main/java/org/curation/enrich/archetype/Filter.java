package org.curation.enrich.archetype;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * One filter that placeholders may pipe a value through. Pure.
 *
 * @param name as written
 * @param argument what it takes between parentheses
 * @param rule from value and argument (null node when it takes none) to value
 */
record Filter(String name, Argument argument, BinaryOperator<JsonNode> rule) {
  /** What a filter takes between parentheses. */
  enum Argument {
    NONE,
    TEXT,
    TEXT_OR_NUMBER
  }

  /** A filter of text: lists are taken element by element; null and maps stay as they are. */
  static Filter ofText(String name, UnaryOperator<String> rule) {
    return new Filter(
        name, Argument.NONE, (value, none) -> mapText(value, text -> rule.apply(text)));
  }

  /** A filter of text that takes a text. */
  static Filter ofText(String name, BinaryOperator<String> rule) {
    return new Filter(
        name,
        Argument.TEXT,
        (value, argument) -> mapText(value, text -> rule.apply(text, argument.asText())));
  }

  /** For people who write archetypes. */
  String description() {
    return switch (name) {
      case "slugify" -> "the text in addresses: `The Café’s 5%` is `the-cafes-5`";
      case "lower" -> "lower case";
      case "upper" -> "upper case";
      case "trim" -> "without white space at both ends";
      case "day" -> "the day of an ISO timestamp in UTC: `2021-09-21`; other text as it is";
      case "micros" -> "an ISO timestamp in UTC with six fraction digits; other text as it is";
      case "removePrefix" -> "without this text at the start";
      case "removeSuffix" -> "without this text at the end";
      case "prefix" -> "with this text before it, unless it is empty";
      case "suffix" -> "with this text behind it, unless it is empty";
      case "after" ->
          "what follows the first occurrence of this text; all of it when there is none";
      case "default" -> "this instead of null and empty values";
      case "first" -> "the first element of a list";
      case "json" -> "as JSON text";
      case Filters.OPTIONAL -> "null leaves the key or the list element out";
      default -> throw new IllegalStateException("describe the filter " + name);
    };
  }

  JsonNode apply(JsonNode value, JsonNode argumentValue) {
    return rule.apply(value, argumentValue);
  }

  private static JsonNode mapText(JsonNode value, UnaryOperator<String> rule) {
    if (value.isArray()) {
      ArrayNode mapped = JsonNodeFactory.instance.arrayNode(value.size());
      value.forEach(element -> mapped.add(mapText(element, rule)));
      return mapped;
    }
    if (value.isObject()) {
      return value;
    }
    return value.isNull() || value.isMissingNode()
        ? NullNode.instance
        : TextNode.valueOf(rule.apply(value.asText()));
  }
}
