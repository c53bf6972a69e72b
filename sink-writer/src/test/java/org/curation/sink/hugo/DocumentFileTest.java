package org.curation.sink.hugo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.curation.model.Document.Style;
import org.curation.model.topic.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentFileTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "~",
        "null",
        "NULL",
        "true",
        "Yes",
        "no",
        "on",
        "OFF",
        "y",
        "N",
        "1",
        "-1",
        "+1",
        "1e3",
        "1E+3",
        ".5",
        "5.",
        "1_000",
        "0x1F",
        "0o17",
        "017",
        "0b11",
        "12:30",
        "190:20:30.15",
        ".inf",
        "-.Inf",
        ".NaN",
        "2021-09-21",
        "2021-9-1",
        "2021-09-21T14:32:33Z",
        "2021-09-21 10:00",
        "=",
        "<<"
      })
  void shouldQuoteATextThatReadersConvert(String text) {
    // When
    String yaml = yaml(object().put("k", text));

    // Then
    assertThat(yaml).isEqualTo("k: '" + text + "'\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"news", "2020-best", "1e3x", "/news/", "Community (CCM)", "nope", "é 😀"})
  void shouldLeaveOtherTextsPlain(String text) {
    // When
    String yaml = yaml(object().put("k", text));

    // Then
    assertThat(yaml).isEqualTo("k: " + text + "\n");
  }

  @Test
  void shouldWriteEachTypeAsItself() throws IOException {
    // Given
    ObjectNode values =
        (ObjectNode)
            Json.mapper()
                .readTree(
                    """
                    {"a": 5, "b": 12345678901234567890, "c": 1.5, "d": 1.0, "e": 1e3, "f": null,
                     "g": true, "h": [], "i": {}, "j": -1.25e-7, "k": "5"}""");

    // When
    String yaml = yaml(values);

    // Then
    assertThat(yaml)
        .isEqualTo(
            """
            a: 5
            b: 12345678901234567890
            c: 1.5
            d: 1.0
            e: 1.0E+3
            f: null
            g: true
            h: []
            i: {}
            j: -1.25E-7
            k: '5'
            """);
  }

  @Test
  void shouldNotWriteOutTheDigitsOfAHugeExponent() {
    // When
    String yaml = yaml(object().put("k", new BigDecimal("1e999999999")));

    // Then
    assertThat(yaml).isEqualTo("k: 1.0E+999999999\n");
  }

  @Test
  void shouldReportWhatItCleaned() {
    // Given
    ObjectNode values = object().put("a\0b", "1\r\n2\t\u00853").put("c", "\ud800x");

    // When
    RenderedDocument rendered = DocumentFile.render(Style.ORDERED, values, "\udc00\0");

    // Then
    assertThat(new String(rendered.bytes(), StandardCharsets.UTF_8))
        .isEqualTo("---\nab: \"1\\n2\\t3\"\nc: \uFFFDx\n---\n\uFFFD");
    assertThat(rendered.removedControls()).isEqualTo(3);
    assertThat(rendered.replacedSurrogates()).isEqualTo(2);
  }

  @Test
  void shouldKeepATextInsideTheFrontMatter() {
    // Given
    ObjectNode values =
        object().put("---", "a\n---\nb").put("t", "---").put("u", "x\u2028---\u2028");

    // When
    WrittenFile written =
        WrittenFile.parse(DocumentFile.render(Style.SORTED, values, "body").bytes());

    // Then
    assertThat(written.frontMatter())
        .containsEntry("---", "a\n---\nb")
        .containsEntry("t", "---")
        .containsEntry("u", "x\u2028---\u2028");
    assertThat(written.rest()).isEqualTo("\nbody");
  }

  private static String yaml(ObjectNode values) {
    return WrittenFile.parse(DocumentFile.render(Style.ORDERED, values, "").bytes()).yaml();
  }

  private static ObjectNode object() {
    return Json.mapper().createObjectNode();
  }
}
