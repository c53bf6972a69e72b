package org.curation.enrich.archetype;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The filters that there are. */
final class Filters {
  /** Marks a placeholder whose null leaves its key or list element out. */
  static final String OPTIONAL = "optional";

  static final Map<String, Filter> BY_NAME =
      Stream.of(
              Filter.ofText("slugify", Slug::of),
              Filter.ofText("lower", text -> text.toLowerCase(Locale.ROOT)),
              Filter.ofText("upper", text -> text.toUpperCase(Locale.ROOT)),
              Filter.ofText("trim", String::strip),
              Filter.ofText("day", Timestamps::day),
              Filter.ofText("micros", Timestamps::micros),
              Filter.ofText("removePrefix", Filters::removePrefix),
              Filter.ofText("removeSuffix", Filters::removeSuffix),
              Filter.ofText("prefix", (text, it) -> text.isEmpty() ? text : it + text),
              Filter.ofText("suffix", (text, it) -> text.isEmpty() ? text : text + it),
              Filter.ofText("after", Filters::after),
              new Filter("default", Filter.Argument.TEXT_OR_NUMBER, Filters::orElse),
              new Filter("first", Filter.Argument.NONE, (value, none) -> first(value)),
              new Filter("json", Filter.Argument.NONE, (value, none) -> json(value)),
              new Filter(OPTIONAL, Filter.Argument.NONE, (value, none) -> value))
          .collect(Collectors.toUnmodifiableMap(Filter::name, Function.identity()));

  private Filters() {}

  private static String removePrefix(String text, String prefix) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private static String removeSuffix(String text, String suffix) {
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  private static String after(String text, String mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(at + mark.length());
  }

  /** False is a value; null, "" and empty lists and maps are not. */
  private static JsonNode orElse(JsonNode value, JsonNode other) {
    return Texts.isEmpty(value) && !value.isBoolean() ? other : value;
  }

  private static JsonNode first(JsonNode value) {
    if (!value.isArray()) {
      return value;
    }
    return value.isEmpty() ? NullNode.instance : value.get(0);
  }

  /** Null stays null, so that a missing value doesn't become the text "null". */
  private static JsonNode json(JsonNode value) {
    return value.isNull() ? value : TextNode.valueOf(value.toString());
  }
}
