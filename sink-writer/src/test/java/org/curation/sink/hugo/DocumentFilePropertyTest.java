package org.curation.sink.hugo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.curation.model.Document.Style;
import org.jspecify.annotations.Nullable;

/** Whatever the JSON, a reader of the file gets the same values and the same body. */
class DocumentFilePropertyTest {
  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void shouldGiveBackAllValuesAndTheBody(
      @ForAll("objects") ObjectNode frontMatter,
      @ForAll("texts") String body,
      @ForAll Style style) {
    // When
    RenderedDocument rendered = DocumentFile.render(style, frontMatter, body);

    // Then
    WrittenFile written = WrittenFile.parse(rendered.bytes());
    Map<String, Object> read = written.frontMatter();
    Object expected = expected(frontMatter, style == Style.SORTED);
    assertThat(normal(read)).isEqualTo(expected);
    // Maps are equal in any order; their texts show the order.
    assertThat(normal(read)).hasToString(String.valueOf(expected));
    assertThat(written.rest()).isEqualTo((style == Style.SORTED ? "\n" : "") + cleanedBody(body));
    assertThat(written.explicitTags()).isEmpty();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void shouldWriteEqualDocumentsAsEqualBytes(
      @ForAll("objects") ObjectNode frontMatter, @ForAll Style style) {
    // When
    byte[] first = DocumentFile.render(style, frontMatter, "").bytes();
    byte[] second = DocumentFile.render(style, frontMatter.deepCopy(), "").bytes();

    // Then
    assertThat(second).isEqualTo(first);
  }

  @Provide
  Arbitrary<ObjectNode> objects() {
    return JsonValues.objects();
  }

  @Provide
  Arbitrary<String> texts() {
    return JsonValues.texts();
  }

  private static @Nullable Object expected(JsonNode node, boolean sorted) {
    if (node.isObject()) {
      Map<String, @Nullable Object> map = sorted ? new TreeMap<>() : new LinkedHashMap<>();
      node.properties()
          .forEach(entry -> map.put(cleaned(entry.getKey()), expected(entry.getValue(), sorted)));
      return map;
    }
    if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      node.forEach(element -> list.add(expected(element, sorted)));
      return list;
    }
    if (node.isNull()) {
      return null;
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isIntegralNumber()) {
      return node.bigIntegerValue();
    }
    return node.isNumber() ? (Object) node.doubleValue() : cleaned(node.textValue());
  }

  private static @Nullable Object normal(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> same = new LinkedHashMap<>();
      map.forEach((key, element) -> same.put((String) key, normal(element)));
      return same;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> same = new ArrayList<>();
      list.forEach(element -> same.add(normal(element)));
      return same;
    }
    return value instanceof Integer || value instanceof Long
        ? (Object) BigInteger.valueOf(((Number) value).longValue())
        : value;
  }

  private static String cleaned(String text) {
    return cleanedBody(text).replace("\r", "");
  }

  /** The rules once more, in another way. */
  private static String cleanedBody(String text) {
    return withoutLoneSurrogates(text)
        .codePoints()
        .filter(
            c ->
                !Character.toString(c)
                    .matches(
                        "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ufeff\\u202d\\u202e\\ufdd0-\\ufdef]"))
        .filter(c -> (c & 0xfffe) != 0xfffe)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String withoutLoneSurrogates(String text) {
    return text.replaceAll("[\\ud800-\\udfff]", "\ufffd");
  }
}
