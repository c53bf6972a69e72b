package org.curation.enrich.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.curation.enrich.body.BodyRule.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownBodyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain text.\n\nMore of it — with “signs”.",
        "# a\n\n* b\n* c\n\n> d\n\n1. e\r\n2. f\r\n",
        "[a](https://example.org/?b=c&d=e \"f\") ![g](h.png) <https://example.org/> <a@example.org>",
        "[a][b]\n\n[b]: https://example.org/ 'c'",
        "[a](/news/b) [c](#d) [e](mailto:f@example.org)",
        "Use `<script>` and `<img onerror=x>`.",
        "- Use `<script>x</script>` here.",
        "a\n\n```html\n<script>alert(1)</script>\n[a](javascript:b)\n```\n\nb",
        "~~~\n<iframe>\n~~~",
        "`[a](javascript:b)`",
        "| a | b |\n|---|---|\n| c | [d](https://example.org/) |",
        "a <b>b</b> <img src=\"c.png\" alt=\"d\">\n\n<div>\n\n*e*\n\n</div>",
        "## a {#b .c}\n\n```go {hl_lines=[1]}\nd\n```",
        "a < b, c <- d, e <= f, <3",
        "Note [x]: see: below",
        "a `` ` `` b",
        "    indented < code"
      })
  void shouldKeepEachByteOfWhatIsFine(String body) {
    // When
    TreatedBody treated = Bodies.treat(body, Bodies.MARKDOWN);

    // Then
    assertThat(treated.text()).isSameAs(body);
    assertThat(treated.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[*a*](javascript:b)|*a*",
        "![a](vbscript:b)|a",
        "[a](&#106;avascript:b) c|a c",
        "[![a](b.png)](data:text/html,c)|![a](b.png)",
        "<javascript:a>|&lt;javascript:a>",
        "a <script>b</script> c|a  c",
        "Use <script> tags.|Use &lt;script> tags.",
        "<p onclick=a>b</p>|<p>b</p>",
        "# a {style=\"color:red\"}|# a &#123;style=\"color:red\"}",
        "~~~a\"onclick=b|~~~aonclick=b",
        "www.example.org/`<script>a</script>`|www.example.org/`&lt;script>a&lt;/script>`"
      })
  void shouldTakeOutWhatIsNotListed(String body, String expected) {
    // When
    String treated = Bodies.markdown(body);

    // Then
    assertThat(treated).isEqualTo(expected);
    assertThat(Bodies.markdown(treated)).isSameAs(treated);
  }

  @Test
  void shouldRemoveDefinitionsThatLeadToCode() {
    // Given
    String body = "[a][b] and [c]\n\n[b]: javascript:d\n[c]: https://example.org/";

    // When
    String treated = Bodies.markdown(body);

    // Then
    assertThat(treated).doesNotContain("javascript").contains("a and [c]", "[c]: https://");
  }

  @Test
  void shouldNotTakeForCodeWhatATableDividesOtherwise() {
    // Given: in the table's cells the backticks stand alone, so the tag is a tag.
    String body = "| a | b |\n|---|---|\n| ` | <img src=x onerror=y> | ` |";

    // When
    String treated = Bodies.markdown(body);

    // Then
    assertThat(treated).contains("&lt;img").doesNotContain("<img");
  }

  @Test
  void shouldHoldImagesAndLinksToTheLanesOwnList() {
    // Given
    String body = "![a](b.png) [c](https://example.org/) **d**";

    // When
    TreatedBody treated =
        Bodies.treat(body, Bodies.rule(Format.MARKDOWN, SafeTags.list(Set.of("p"))));

    // Then
    assertThat(treated.text()).isEqualTo("a c **d**");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A List<Part> of <your name>.|A List&lt;Part> of &lt;your name>.",
        "Map<Key, b></Key>|Map&lt;Key, b>&lt;/Key>",
        "<part onclick=a>b</part>|b&lt;/part>",
        "<my-tag>b</my-tag>|b",
        "<font>b</font>|b",
        "a {{</* figure b */>}} c|a {{&lt;/* figure b */>}} c",
        "a {{</* <script>b</script> */>}} c|a {{&lt;/*  */>}} c"
      })
  void shouldShowWhatWasNeverMeantAsATag(String body, String expected) {
    // When
    String treated = Bodies.markdown(body);

    // Then
    assertThat(treated).isEqualTo(expected);
    assertThat(Bodies.markdown(treated)).isSameAs(treated);
  }
}
