package org.curation.enrich.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.curation.enrich.page.text.ArticleText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageDescriptionTest {
  private static final String LEAD =
      "Rope that was kept dry holds longer, and a knot that was tied well holds as long as it.";
  private static final Document PAGE =
      Jsoup.parse("<p class=tagline>Ropes since 1850</p><article><p>" + LEAD + "</p></article>");

  @Test
  void shouldPreferOpenGraphThenMetaThenTwitterThenLinkedData() {
    // Given
    List<DescriptionCandidate> tagged =
        new ArrayList<>(
            List.of(
                tag("json-ld:description", "What the linked data says of ropes."),
                tag("twitter:description", "What the card says of ropes."),
                tag("meta:description", "What the meta element says of ropes."),
                tag("og:description", "What the graph says of ropes.")));

    // When / Then
    for (String source :
        List.of(
            "og:description", "meta:description", "twitter:description", "json-ld:description")) {
      assertThat(choose(tagged).source()).isEqualTo(source);
      tagged.remove(tagged.size() - 1);
    }
    assertThat(choose(tagged).source()).isEqualTo("article:p");
    assertThat(choose(tagged).text()).isEqualTo(LEAD);
  }

  @Test
  void shouldNotTakeWhatTheSiteSaysOfItselfBesideItsName() {
    // Given
    Document page =
        Jsoup.parse(
            "<header><h2>Boat Times</h2><p>The latest news for all who build and sail small boats.</p></header><article>"
                + ("<p>" + LEAD + "</p>").repeat(5)
                + "</article>");
    String tag = "The latest news and tips for all who build and sail small boats.";

    // When
    PageDescription chosen =
        PageDescription.of(List.of(tag("og:description", tag)), page, "Rope", "Boat Times");
    PageDescription ofAnother =
        PageDescription.of(List.of(tag("og:description", tag)), page, "Rope", "Ship Times");

    // Then
    assertThat(chosen.text()).isEqualTo(LEAD);
    assertThat(ofAnother.text()).isEqualTo(tag);
  }

  @Test
  void shouldPreferASloganToALineOutOfThePage() {
    // Given
    Document page =
        Jsoup.parse("<p class=tagline>Ropes since 1850</p><p>The best way to learn ropes!</p>");

    // When
    PageDescription chosen =
        PageDescription.of(
            List.of(tag("og:description", "Ropes since 1850")), page, "Rope", "Boat Times");

    // Then
    assertThat(chosen.text()).isEqualTo("Ropes since 1850");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rope",
        "rope!",
        "Rope | Boat Times",
        "Boat Times",
        "https://rope.example/a",
        "www.rope.example",
        " &nbsp; ",
        "–",
        "This site uses cookies to improve what you read here.",
        "Read more…",
        "Subscribe to our newsletter",
        "JavaScript is disabled. Please enable it.",
        "Wir verwenden Cookies, um Inhalte anzuzeigen.",
        "By Ann Bell",
        "undefined"
      })
  void shouldRejectWhatDescribesNothing(String text) {
    // When
    PageDescription description = choose(List.of(tag("og:description", text)));

    // Then
    assertThat(description.text()).isEqualTo(LEAD);
    assertThat(description.judged().get(0).rejected()).isNotNull();
    assertThat(description.candidates()).extracting("source").contains("article:p");
  }

  @Test
  void shouldTakeASloganOnlyWhenThereIsNothingElse() {
    // Given
    List<DescriptionCandidate> slogan = List.of(tag("meta:description", "Ropes since 1850"));
    Document bare = Jsoup.parse("<p class=tagline>Ropes since 1850</p>");

    // When / Then
    assertThat(choose(slogan).text()).isEqualTo(LEAD);
    assertThat(PageDescription.of(slogan, bare, "Rope", "Boat Times").text())
        .isEqualTo("Ropes since 1850");
  }

  @Test
  void shouldTakeOnlyTheBeginningOfAWholeArticle() {
    // Given
    String sentence =
        "Ropes are kept dry by those who know how long they will need them, once more. ";
    List<DescriptionCandidate> body = List.of(tag("json-ld:articleBody", sentence.repeat(50)));

    // When / Then
    assertThat(choose(body).text()).isEqualTo(LEAD);
    assertThat(PageDescription.of(body, Jsoup.parse(""), "Rope", null).text())
        .isEqualTo(sentence.repeat(3).strip());
  }

  @Test
  void shouldKeepTheTagAsItIs() {
    // Given
    String text = "“Rope” that was &amp;quot;kept&amp;quot; dry,<br>holds longer …";

    // When / Then
    assertThat(choose(List.of(tag("meta:description", text))).text())
        .isEqualTo("“Rope” that was \"kept\" dry, holds longer …");
  }

  @Test
  void shouldSayNothingWhenNothingIsGood() {
    // When
    PageDescription description =
        PageDescription.of(List.of(tag("og:description", "Rope")), Jsoup.parse(""), "Rope", null);

    // Then
    assertThat(description.text()).isNull();
    assertThat(description.source()).isNull();
    assertThat(description.judged()).hasSize(1);
  }

  @Test
  void shouldKeepCompletedTextsForDocuments() {
    // Given
    String cut = LEAD.substring(0, 50);
    List<DescriptionCandidate> tagged =
        List.of(
            tag("og:description", cut + "…"),
            tag("meta:description", cut + " [...]"),
            tag("twitter:description", "Something that was cut and that nobody ever wrote..."));
    PageDescription description = choose(tagged);

    // When
    DescribedPage page = DescribedPage.of(description, () -> ArticleText.of(PAGE), "en");

    // Then
    assertThat(description.text()).isEqualTo(cut + "…");
    assertThat(page.descriptions())
        .containsExactly(
            tag("og:description", LEAD),
            tag("twitter:description", "Something that was cut and that nobody ever wrote…"));
  }

  @Test
  void shouldRememberABoundedPart() {
    // Given
    List<DescriptionCandidate> tagged = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      tagged.add(tag("og:description", i + " is a number and 😀 more. ".repeat(2000)));
    }

    // When
    DescribedPage page = DescribedPage.of(choose(tagged), PageDescriptionTest::articleless, null);

    // Then
    assertThat(page.descriptions())
        .hasSize(5)
        .allSatisfy(kept -> assertThat(kept.text().length()).isLessThanOrEqualTo(2000));
  }

  @Property(tries = 300)
  void shouldNeverThrow(@ForAll String first, @ForAll String second, @ForAll String title) {
    // When
    PageDescription description =
        PageDescription.of(
            List.of(tag("og:description", first), tag("dc:description", second)),
            PAGE,
            title,
            second);

    // Then
    assertThat(description.judged()).hasSizeGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<", "<b", "&amp;", "&", "<!--", "<script>", "…", "a, ", "<b>", "Read more "})
  void shouldJudgeAMegabyteInTime(String piece) {
    // Given
    String text = piece.repeat(1_000_000 / piece.length());
    List<DescriptionCandidate> tagged =
        List.of(tag("og:description", text), tag("meta:description", text));

    // When / Then
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> DescribedPage.of(choose(tagged), PageDescriptionTest::articleless, null));
  }

  private static ArticleText articleless() {
    return ArticleText.of(Jsoup.parse(""));
  }

  private static PageDescription choose(List<DescriptionCandidate> tagged) {
    return PageDescription.of(tagged, PAGE, "Rope", "Boat Times");
  }

  private static DescriptionCandidate tag(String source, String text) {
    return new DescriptionCandidate(source, text);
  }
}
