package org.curation.enrich.page.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a page looks like, it is read in time and left alone. */
class ArticleTextPropertyTest {
  private static final List<String> PIECES =
      List.of(
          "<div>",
          "</div>",
          "<p>",
          "</p>",
          "<br>",
          "<br><br>",
          "<ul><li>",
          "</ul>",
          "<table><tr><td>",
          "</table>",
          "<section class=content>",
          "</section>",
          "<a href=/x>",
          "</a>",
          "<h2>",
          "</h2>",
          "<nav>",
          "</nav>",
          "<img src=a>",
          "<input>",
          "<span hidden>",
          "</span>",
          "<svg><title>",
          "</svg>",
          "<article>",
          "</article>",
          "<figure>",
          "<b>",
          "</b>",
          "&nbsp;",
          "&amp;lt;",
          "some words, and more of them, that are a text. ",
          "word ",
          "。长的文字，",
          "\u200b",
          "<!-- -->",
          "<form>",
          "</form>",
          "<pre>",
          "</pre>",
          "<blockquote>",
          "<body class=x>",
          "<html>",
          "\0");

  @Property(tries = 300)
  void shouldReadWhateverComes(@ForAll long seed) {
    // Given
    Random random = new Random(seed);
    StringBuilder html = new StringBuilder();
    for (int i = random.nextInt(400); i > 0; i--) {
      html.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    Document page = Jsoup.parse(html.toString());
    String before = page.outerHtml();

    // When
    ArticleText text = ArticleText.of(page);

    // Then
    assertThat(page.outerHtml()).isEqualTo(before);
    assertThat(ArticleText.of(page)).isEqualTo(text);
    if (text.first() != null) {
      assertThat(text.first()).isEqualTo(text.first().strip()).doesNotContain("  ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<div>some words, and more of them",
        "<p class=tagline>some words, and more of them",
        "<section class=post>words, that are many <p>and more, of them",
        "<ul><li>words <a href=x>",
        "<b>words ",
        "words, and words. ",
        "<br>",
        "words<br><br>",
        "<table><tr><td>words, and more of them",
        "<i class='a b c d e f g h i j k l'>",
        ",,,,,,,,",
        "&nbsp;",
        "<blockquote><div>words, and words"
      })
  void shouldReadAMegabyteOfAnythingInTime(String piece) {
    // Given
    Document page = Jsoup.parse(piece.repeat(1_000_000 / piece.length()));

    // When / Then
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> ArticleText.of(page));
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 8_000})
  void shouldReadAnyDepth(int depth) {
    // Given: deeper than a parser makes them
    Document page = Document.createShell("");
    Element at = page.body();
    for (int i = 0; i < depth; i++) {
      at.appendText("Some words, and more of them, that are a text. ");
      at = at.appendElement(i % 3 == 0 ? "section" : "div").addClass("tagline");
    }

    // When / Then
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> ArticleText.of(page));
  }
}
