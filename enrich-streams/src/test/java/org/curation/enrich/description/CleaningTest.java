package org.curation.enrich.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleaningTest {
  private static final List<String> PIECES =
      List.of(
          "word",
          " ",
          "&amp;",
          "&lt;",
          "&gt;",
          "&amp;lt;b&amp;gt;",
          "<b>",
          "</b>",
          "<br>",
          "\u00a0",
          "\u200b",
          "\u00ad",
          "é",
          "e\u0301",
          "😀",
          "&#39;",
          "&nbsp;",
          "<p class='x'>",
          "a < b",
          "日本",
          "\n",
          "<td>",
          "\ud800",
          "\u202e",
          "\0",
          "List<Part>",
          "AT&T",
          "&copy");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ropes &amp; sails|Ropes & sails",
        "Ropes &amp;amp; sails|Ropes & sails",
        "It&amp;#8217;s dry|It’s dry",
        "&lt;p&gt;Foo&lt;/p&gt;&lt;p&gt;Bar&lt;/p&gt;|Foo Bar",
        "Foo<br/>Bar<b>s</b> and <i>so</i>|Foo Bars and so",
        "<td>x</td><td>y</td>|x y",
        "a < b and List<Part> stay|a < b and List<Part> stay",
        "?a=1&copy=2&para=3|?a=1&copy=2&para=3",
        "one&nbsp;&nbsp; two&#8203;three so&shy;ft|one twothree soft",
        "“Smart” quotes – and dashes’ stay|“Smart” quotes – and dashes’ stay",
        "<style>p { x: y }</style>text<script>if (a < b) f()</script>|text",
        "<!-- not this -->but this|but this"
      })
  void shouldBringTagsIntoOneLine(String text, String clean) {
    assertThat(Cleaning.ofTag(text)).isEqualTo(clean);
  }

  @Test
  void shouldLeaveOutWhatNobodySees() {
    assertThat(Cleaning.ofText("a\u0000b\u202ec\ufeff \t\r\n\u2003d\u2060e")).isEqualTo("abc de");
    assertThat(Cleaning.ofText("a" + "\u0301".repeat(1000))).hasSize(9);
    assertThat(Cleaning.ofText("👨\u200d👩\u200d👧 می\u200cخواهم"))
        .isEqualTo("👨\u200d👩\u200d👧 می\u200cخواهم");
  }

  @Property(tries = 1000)
  void shouldChangeNothingThatIsClean(@ForAll long seed) {
    // Given
    String text = random(new Random(seed));

    // When
    String clean = Cleaning.ofTag(text);

    // Then
    assertThat(Cleaning.ofText(clean)).isEqualTo(clean);
    assertThat(clean).isEqualTo(clean.strip()).doesNotContain("  ", "\n", "\u00a0", "\u200b");
  }

  @Property(tries = 1000)
  void shouldCleanTagsOnce(@ForAll long seed) {
    // Given: what is written without escapes
    String text = random(new Random(seed)).replace("&amp;lt;b&amp;gt;", "");

    // When
    String clean = Cleaning.ofTag(text.replace("&", "and ").replace("<", "< "));

    // Then
    assertThat(Cleaning.ofTag(clean)).isEqualTo(clean);
  }

  @Property(tries = 200)
  void shouldNeverThrow(@ForAll String text) {
    assertThat(Cleaning.ofTag(text).length()).isLessThanOrEqualTo(20_000);
  }

  private static String random(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
