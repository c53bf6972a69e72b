package org.curation.sink.hugo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Any JSON, with a liking for texts that YAML might take for something else. */
final class JsonValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> FRAGMENTS =
      List.of(
          "---",
          "\n---\n",
          "...",
          "\n...\n",
          ": ",
          " #",
          "#",
          "- ",
          "? ",
          "| ",
          "> ",
          "%",
          "@",
          "`",
          "&a ",
          "*a",
          "!tag ",
          "!!binary ",
          "{",
          "}",
          "[",
          "]",
          ",",
          "'",
          "''",
          "\"",
          "\\",
          "\t",
          "\0",
          "\u0007",
          "\r",
          "\r\n",
          "\u001b",
          "\u007f",
          "\u0085",
          "\u009f",
          "\u00a0",
          "\u2028",
          "\u2029",
          "\ufeff",
          "\ufffe",
          "\uffff",
          "😀",
          "\ud83d",
          "\ude00",
          " ",
          "  ",
          "\n",
          "\n\n",
          "\n ",
          " \n",
          "~",
          "null",
          "Null",
          "true",
          "YES",
          "no",
          "on",
          "y",
          "N",
          "1e3",
          "1E+3",
          ".5",
          "0x1F",
          "0o17",
          "017",
          "0b1",
          "1_000",
          "190:20:30",
          "12:30",
          ".inf",
          "-.INF",
          ".nan",
          "=",
          "<<",
          "2021-09-21",
          "2021-09-21T14:32:33Z",
          "2001-1-1",
          "-",
          "+",
          "-1",
          "+1.5",
          "é",
          "中",
          "patient engagement ",
          "supercalifragilisticexpialidocious");

  private JsonValues() {}

  static Arbitrary<String> texts() {
    Arbitrary<String> fragment =
        Arbitraries.oneOf(
            Arbitraries.of(FRAGMENTS),
            Arbitraries.strings().ofMaxLength(6),
            Arbitraries.strings().withChars("abc :#-'\"\\\n ").ofMaxLength(8));
    Arbitrary<String> mixed =
        fragment.list().ofMaxSize(16).map(fragments -> String.join("", fragments));
    return Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.of(FRAGMENTS)), Tuple.of(3, mixed));
  }

  static Arbitrary<ObjectNode> objects() {
    return object(values(2));
  }

  private static Arbitrary<JsonNode> values(int depth) {
    Arbitrary<JsonNode> scalars =
        Arbitraries.oneOf(
            texts().map(NODES::textNode),
            texts().map(NODES::textNode),
            Arbitraries.longs().map(NODES::numberNode),
            Arbitraries.integers().map(NODES::numberNode),
            Arbitraries.bigIntegers()
                .between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40))
                .map(NODES::numberNode),
            Arbitraries.doubles().map(NODES::numberNode),
            decimals().map(NODES::numberNode),
            Arbitraries.of(true, false).map(NODES::booleanNode),
            Arbitraries.just(NODES.nullNode()));
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<JsonNode> deeper = values(depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(5, scalars),
        Tuple.of(
            1,
            deeper
                .list()
                .ofMaxSize(4)
                .map(elements -> (JsonNode) NODES.arrayNode().addAll(elements))),
        Tuple.of(1, object(deeper).map(JsonNode.class::cast)));
  }

  private static Arbitrary<BigDecimal> decimals() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(-60, 60))
        .as((digits, scale) -> new BigDecimal(BigInteger.valueOf(digits), scale));
  }

  private static Arbitrary<ObjectNode> object(Arbitrary<JsonNode> values) {
    return Arbitraries.maps(texts(), values)
        .ofMaxSize(4)
        .map(
            entries -> {
              ObjectNode object = NODES.objectNode();
              entries.forEach(object::set);
              return object;
            });
  }
}
