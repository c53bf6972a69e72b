package org.curation.enrich.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is thrown at it: it comes to an end, stays as it came out, and holds nothing bad. */
class BodySoupTest {
  private static final List<String> PIECES =
      List.of(
          "<script>",
          "</script>",
          "alert(1)",
          "<img src=x onerror=alert(1)>",
          "<b>",
          "</b>",
          "<a href=\"javascript:a\">",
          "<a title=\"",
          "</a>",
          "<p>",
          "</p>",
          "<pre>",
          "</pre>",
          "<!--",
          "-->",
          "<svg onload=a>",
          "<math><mtext><table><mglyph><style>",
          "<style>",
          "<template>",
          "<noscript>",
          "<textarea>",
          "</textarea>",
          "<title>",
          "<",
          "</",
          ">",
          "`",
          "``",
          "```",
          "~~~",
          "\n",
          "\n\n",
          "\r\n",
          "\r",
          "    ",
          "\t",
          "> ",
          "- ",
          "1. ",
          "# ",
          "===",
          "|",
          "| a | b |\n|---|---|\n",
          "[",
          "]",
          "(",
          ")",
          "](javascript:a)",
          "](<javascript:a>)",
          "](&#106;avascript:a)",
          "[z]: javascript:a",
          "[z]",
          "[^1]: ",
          "{style=\"a\"}",
          "\\",
          "&lt;",
          "&colon;",
          "\"",
          "'",
          "=",
          "*",
          "a",
          "b c ",
          "<details open ontoggle=a>",
          "<https://a.example>",
          "<javascript:a>",
          "<iframe srcdoc=\"",
          "<![CDATA[",
          "]]>",
          "<?x ",
          "<table><tr><td>",
          "</td>",
          "<li>",
          "\0",
          "\u2028",
          "😀",
          "`<script>a</script>`",
          "\n\n```\n<script>a</script>\n```\n\n",
          "www.a.example/`");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void shouldComeToASafeEnd(long seed) {
    // Given
    Random random = new Random(seed);
    for (int i = 0; i < 700; i++) {
      StringBuilder soup = new StringBuilder();
      int pieces = 1 + random.nextInt(25);
      for (int j = 0; j < pieces; j++) {
        soup.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      for (BodyRule rule : List.of(Bodies.HTML, Bodies.MARKDOWN)) {
        // When
        String treated = Bodies.treat(soup.toString(), rule).text();

        // Then
        assertThat(Bodies.treat(treated, rule).text()).as(soup.toString()).isEqualTo(treated);
        String page =
            HtmlRenderer.builder().build().render(Parser.builder().build().parse(treated));
        assertHarmless(page, soup.toString());
        if (rule == Bodies.HTML) {
          assertHarmless(treated, soup.toString());
        }
      }
    }
  }

  private static void assertHarmless(String html, String soup) {
    for (Element element : Jsoup.parseBodyFragment(html).getAllElements()) {
      assertThat(element.normalName())
          .as(soup)
          .doesNotMatch(
              "script|style|iframe|object|embed|svg|math|base|meta|link|form|input|template|noscript|textarea|title");
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey()).as(soup).doesNotMatch("on.*|style|srcdoc");
        assertThat(attribute.getValue().strip())
            .as(soup)
            .doesNotStartWithIgnoringCase("javascript:");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>",
        "<script>",
        "<a x=\"<b\" ",
        "<!--",
        "`",
        "~~~x",
        "`` ` ",
        "[",
        "![](",
        "[a]: b\n",
        "> ",
        "**a",
        "{a=b}\n"
      })
  void shouldTakeTimeInProportion(String piece) {
    // Given
    String hostile = piece.repeat(1_000_000 / piece.length());

    // When, Then
    for (BodyRule rule : List.of(Bodies.HTML, Bodies.MARKDOWN)) {
      assertThatCode(
              () ->
                  Assertions.assertTimeoutPreemptively(
                      Duration.ofSeconds(60), () -> Bodies.treat(hostile, rule)))
          .as(rule.format() + " of " + piece)
          .doesNotThrowAnyException();
    }
  }
}
