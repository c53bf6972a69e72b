package org.curation.enrich.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.curation.enrich.body.BodyRule.Format;
import org.curation.enrich.body.BodyRule.Links;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnTrailerTest {
  private static final String TEXT = "<p>The text.</p>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p><a href=\"https://example.com/a\">Read on example.com</a></p>",
        "<p>Read on example.com</p>",
        "<p>Read more at <a href='https://example.com/a'>Example News</a>.</p>",
        "\n<p><em><a href=https://example.com/a>Continue reading →</a></em></p>\n",
        "<p>Read the full article on www.example.co.uk »</p>",
        "<p><a href=\"https://example.com/a\">Read more…</a></p>",
        "<p><a href=\"https://example.de/a\">Weiterlesen auf example.de</a></p>",
        "<p><a href=\"https://example.fr/a\">Lire la suite sur example.fr</a></p>",
        "<p><a href=\"https://example.es/a\">Leer más en Ejemplo</a></p>",
        "<p><a href=\"https://example.jp/a\">続きを読む</a></p>",
        "<p><a href=\"https://example.cn/a\">阅读全文</a></p>"
      })
  void shouldTakeOffHtml(String trailer) {
    assertThat(strip(TEXT + trailer, Format.HTML).text().strip()).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Read on example.com](https://example.com/a)",
        "*[Read more at Example News](https://example.com/a \"b\")*\n",
        "Continue reading on example.com",
        "Read more at [example.com](https://example.com/a)"
      })
  void shouldTakeOffMarkdown(String trailer) {
    // Given
    String text = "The text.\n\nMore of it.";

    // When
    TreatedBody treated = strip(text + "\n\n" + trailer, Format.MARKDOWN);

    // Then
    assertThat(treated.text()).isEqualTo(text);
    assertThat(treated.notes()).extracting(TreatedBody.Note::rule).contains("trailer left out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Read on for more tips.</p>",
        "<p>Read more books this year.</p>",
        "<p>Read</p>",
        "<p>Read more about it in <a href='https://example.com/'>our guide</a>, which lists all of"
            + " them.</p>",
        "<p>We read the full report. It says nothing on example.com.</p>",
        "<p>Full</p>",
        "<p><a href='https://example.com/'>Example</a></p>"
      })
  void shouldLeaveWhatSaysMore(String last) {
    assertThat(strip(TEXT + last, Format.HTML).text()).isEqualTo(TEXT + last);
  }

  @Test
  void shouldLeaveABodyThatIsNothingElse() {
    assertThat(strip("<p>Read on example.com</p>", Format.HTML).text())
        .isEqualTo("<p>Read on example.com</p>");
  }

  @Test
  void shouldTakeOffWhatStandsBehindALineBreak() {
    assertThat(
            strip(
                    "<p>The text.<br><br><a href='https://a.example/'>Read on a.example</a></p>",
                    Format.HTML)
                .text())
        .isEqualTo("<p>The text.</p>");
  }

  private static TreatedBody strip(String body, Format format) {
    return BodyTreatment.treat(
        body,
        new BodyRule(format, SafeTags.ARTICLE, Links.AS_CURATED, true),
        UnaryOperator.identity());
  }
}
