package org.curation.enrich.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.curation.model.topic.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortcodeTextTest {
  @ParameterizedTest
  @CsvSource({
    "{{< x >}},{{</* x */>}}",
    "{{% x %}},{{%/* x */%}}",
    "{{<x>}},{{&lt;x>}}",
    "{{< x,{{&lt; x",
    "{{%,{{&#37;",
    "{{</* x */>}},{{&lt;/* x */>}}",
    "{{< a {{< b >}},{{&lt; a {{</* b */>}}",
    "{{{< x >}},{{{&lt; x >}}",
    "{{< x %}},{{&lt; x %}}",
    "end {{,end {&#123;"
  })
  void shouldEscapeWhatHugoWouldRun(String text, String expected) {
    assertThat(ShortcodeText.escape(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{{ .Title }}", "{ {< x >} }", "a { b", "{", "{{ <b>"})
  void shouldLeaveOtherTexts(String text) {
    assertThat(ShortcodeText.escape(text)).isSameAs(text);
  }

  @Property
  void shouldLeaveNoShortcodeThatRuns(@ForAll("texts") String first, @ForAll("texts") String next) {
    // When
    String body = ShortcodeText.escape(first) + ShortcodeText.escape(next);

    // Then
    String withoutEscaped =
        body.replaceAll("\\{\\{</\\* ?[^{}<>%*]*\\*/>}}|\\{\\{%/\\* ?[^{}<>%*]*\\*/%}}", "");
    assertThat(withoutEscaped).doesNotContain("{{<").doesNotContain("{{%");
  }

  @Test
  void shouldEscapeValuesAtAnyDepth() {
    // Given
    ObjectNode values = Json.mapper().createObjectNode().put("n", 1);
    values.putObject("fields").putArray("a").add("{{% x").add("y");

    // When / Then
    assertThat(ShortcodeText.escape(values))
        .hasToString("{\"n\":1,\"fields\":{\"a\":[\"{{&#37; x\",\"y\"]}}");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("{{", "{", "<", "%", ">", "}}", " ", "x", "/*", "*/", "\n")
        .list()
        .ofMaxSize(12)
        .map(list -> String.join("", list))
        // What one brace at an end and "{<" at a beginning make is left to archetypes.
        .filter(text -> !text.matches("(?s)\\{?[<%].*|\\{[<%].*|.*(?<!\\{)\\{"));
  }
}
