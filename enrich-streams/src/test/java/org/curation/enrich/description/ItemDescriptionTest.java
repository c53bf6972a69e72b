package org.curation.enrich.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.curation.enrich.body.BodyRule;
import org.curation.enrich.body.BodyTreatment;
import org.curation.enrich.body.SafeTags;
import org.curation.model.topic.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemDescriptionTest {
  private static final DescribedPage PAGE =
      new DescribedPage(
          List.of(
              new DescriptionCandidate("og:description", "What the page says of ropes and knots."),
              new DescriptionCandidate("meta:description", "Something else.")),
          "de");

  @Test
  void shouldPreferTheCuratorsOwnWords() {
    // When
    ItemDescription description =
        ItemDescription.of("Rope", "<p>Read this, it is short.</p><ul><li>Good", PAGE);

    // Then
    assertThat(description.text()).isEqualTo("Read this, it is short. Good");
    assertThat(description.source()).isEqualTo("curator");
    assertThat(description.language()).isEqualTo(Locale.ROOT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<p>&nbsp;</p>", "Rope!", "https://rope.example/x", "Good.", "<img src=x>"})
  void shouldTakeThePagesWhenTheCuratorSaysNothing(String body) {
    // When
    ItemDescription description = ItemDescription.of("Rope", body, PAGE);

    // Then
    assertThat(description.text()).isEqualTo("What the page says of ropes and knots.");
    assertThat(description.source()).isEqualTo("og:description");
    assertThat(description.language()).isEqualTo(Locale.GERMAN);
  }

  @Test
  void shouldTakeAFewWordsBeforeNone() {
    assertThat(ItemDescription.of("Rope", "Good.", DescribedPage.UNKNOWN).text())
        .isEqualTo("Good.");
    assertThat(ItemDescription.of("Rope", "Rope", DescribedPage.UNKNOWN).source()).isNull();
    assertThat(ItemDescription.of(null, "", DescribedPage.UNKNOWN).cut(200)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>check-ins.<br><br>We are</p><div>glad</div>|check-ins. We are glad",
        "<table><tr><td>one</td><td>two</td></tr></table>three|one two three",
        "<details><summary>one</summary>two</details>three|one two three",
        "<p>Use &lt;b&gt; for bold &amp; more</p>|Use <b> for bold & more",
        "# Ropes and **knots** in `use`|Ropes and knots in use",
        "when a < b **then** c|when a < b then c",
        "> See [the page](https://a.example/b \"c\") ![pic](x.png)and go|See the page and go"
      })
  void shouldReadBodies(String body, String text) {
    assertThat(PlainText.spaced(body)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[a](", "**", "- ", "# ", "![", "`", "<div>x", "&", "_ ", "[a](b) "})
  void shouldReadAMegabyteInTime(String piece) {
    // Given
    String body = piece.repeat(1_000_000 / piece.length());

    // When / Then
    assertTimeoutPreemptively(
        Duration.ofSeconds(8), () -> ItemDescription.of("Rope", body, PAGE).cut(200));
  }

  @Test
  void shouldSurviveAsJson() throws Exception {
    // When
    String json = Json.mapper().writeValueAsString(PAGE);

    // Then
    assertThat(Json.mapper().readValue(json, DescribedPage.class)).isEqualTo(PAGE);
    assertThat(Json.mapper().readValue("{}", DescribedPage.class)).isEqualTo(DescribedPage.UNKNOWN);
  }

  @Test
  void shouldReadMarkdownAsReadersSeeIt() {
    // Given
    BodyRule markdown =
        new BodyRule(BodyRule.Format.MARKDOWN, SafeTags.ARTICLE, BodyRule.Links.AS_CURATED, false);
    String body =
        "# Forms\n\nUse the `<script>` element with care, says [the *guide*](https://example.org).\n";

    // When
    String html = BodyTreatment.asHtml(body, markdown);

    // Then
    assertThat(ItemDescription.of(null, html, DescribedPage.UNKNOWN).text())
        .isEqualTo("Forms Use the <script> element with care, says the guide.");
  }
}
