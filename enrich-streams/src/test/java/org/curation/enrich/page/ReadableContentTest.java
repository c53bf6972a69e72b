package org.curation.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableContentTest {
  @Test
  void shouldReadWhatTheReaderSaw() {
    // Given
    String json =
        """
        {"title":" T ","byline":"Ann","excerpt":"E","siteName":"S","length":5,
         "textContent":"one\\n\\n  two ","content":"<p>other</p>"}
        """;

    // When
    PageMetadata read = ReadableContent.read(json);

    // Then
    assertThat(read)
        .isEqualTo(
            new PageMetadata(
                "T", Map.of("description", "E", "author", "Ann", "ogsite_name", "S"), "one two"));
  }

  @Test
  void shouldReadTheTextInTheMarkupWhenItIsNowhereElse() {
    assertThat(ReadableContent.read("{\"content\":\"<p>a<script>b</script></p>\"}").text())
        .isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "null", "[", "[1]", "{\"title\":5,\"textContent\":[1]}"})
  void shouldReadNothingInOtherTexts(String json) {
    assertThat(ReadableContent.read(json)).isEqualTo(new PageMetadata(null, Map.of()));
  }

  @Test
  void shouldBoundTheText() {
    String text = "x" + "\uD83D\uDE00".repeat(ReadableContent.MOST_TEXT);
    assertThat(ReadableContent.read("{\"textContent\":\"%s\"}".formatted(text)).text())
        .hasSize(ReadableContent.MOST_TEXT - 1);
  }

  @Property
  void shouldTakeAnyText(@ForAll String text) {
    assertThat(ReadableContent.read(text)).isNotNull();
  }
}
