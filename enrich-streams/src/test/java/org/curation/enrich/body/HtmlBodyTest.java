package org.curation.enrich.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.curation.enrich.body.BodyRule.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlBodyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "<p>a &amp; b &nbsp; – “c”</p><p>d</p>",
        "<P>a</P>\n\n<UL><LI>b</UL>",
        "<p>a < b and c <3 > d</p>",
        "<p>a<br>b<br/>c<br />d<hr></p>",
        "<a href='https://example.org/?a=1&b=2#c' target=_blank>x</a>",
        "<a href=/news/a title=\"it's > that\">x</a>",
        "<img src=\"https://example.org/a.png\" alt='a' width=640 height=\"480\">",
        "<img src=\"data:image/png;base64,iVBORw0KGgo=\">",
        "<table><tr><td colspan=2>a</td></tr></table>",
        "<a\n  href=\"https://example.org/\"\n  title=\"b\">x</a>",
        "<!-- note --><p>a</p><!--more-->",
        "<ol start=3><li>a</ol>",
        "<p>unclosed <b>bold",
        "<pre><code class=\"language-java\">a &lt; b\n\n  c</code></pre>",
        "<details open><summary>a</summary>b</details>",
        "[a](https://example.org/) and [b]: note"
      })
  void shouldKeepEachByteOfWhatIsFine(String body) {
    // When
    TreatedBody treated = Bodies.treat(body, Bodies.HTML);

    // Then
    assertThat(treated.text()).isSameAs(body);
    assertThat(treated.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>a</p><script>x</script><p>b</p>|<p>a</p><p>b</p>",
        "<p onclick=x>a</p>|<p>a</p>",
        "<p style='color:red'>a</p>|<p>a</p>",
        "<a href='javascript:x'>a</a>|<a>a</a>",
        "<a href='java&#10;script&colon;x' title=b>a</a>|<a title=\"b\">a</a>",
        "<a href=' https://example.org/ '>a</a>|<a href=\"https://example.org/\">a</a>",
        "<font color=red>a</font>|a",
        "a<img src=b.gif width=1 height=1>c|ac",
        "a<img src=https://pixel.wp.com/b.gif>c|ac",
        "<iframe src=b>c</iframe>d|d",
        "<svg><script>x</script></svg>a|a",
        "<form action=b><input name=c>d</form>|d",
        "a<!--[if mso]><p>b</p><![endif]-->c|ac",
        "<span style='display: none'>secret</span>a|a",
        "a <jane@example.org> b|a &lt;jane@example.org> b",
        "a <b|a &lt;b",
        "<<x>script>a|&lt;script>a",
        "a <|a &lt;",
        "[a](javascript:b)|a",
      })
  void shouldTakeOutWhatIsNotListed(String body, String expected) {
    // When
    String treated = Bodies.html(body);

    // Then
    assertThat(treated).isEqualTo(expected);
    assertThat(Bodies.html(treated)).isSameAs(treated);
  }

  @Test
  void shouldTellWhatWasTakenOut() {
    // Given
    String body =
        "<script>a</script><script>b</script><p onclick=c onload=d style=e>f</p>"
            + "<img src=g width=1 height=1><iframe></iframe>";

    // When
    TreatedBody treated = Bodies.treat(body, Bodies.HTML);

    // Then
    assertThat(treated.text()).isEqualTo("<p>f</p>");
    assertThat(treated.notes())
        .containsExactly(
            new TreatedBody.Note(
                "html, tags: article",
                "scripts 2, event handlers 2, tracking images 1, styles 1, embedded content 1"));
  }

  @Test
  void shouldHoldBodiesToTheLanesOwnList() {
    // Given
    String body = "<h2>a</h2><p><b>b</b> <a href='https://example.org/'>c</a></p><img src=d.png>";

    // When
    TreatedBody own = Bodies.treat(body, Bodies.rule(Format.HTML, SafeTags.list(Set.of("p", "b"))));
    TreatedBody basic = Bodies.treat(body, Bodies.rule(Format.HTML, SafeTags.BASIC));

    // Then
    assertThat(own.text()).isEqualTo("a<p><b>b</b> c</p>");
    assertThat(basic.text())
        .isEqualTo("<h2>a</h2><p><b>b</b> <a href='https://example.org/'>c</a></p>");
  }

  @Test
  void shouldLeaveCuratedBodiesAlone() {
    // Given
    String body = "<script>a</script>";

    // When
    TreatedBody treated = Bodies.treat(body, BodyRule.AS_CURATED);

    // Then
    assertThat(treated.text()).isSameAs(body);
  }

  @Test
  void shouldKeepTheTextOfAShortcodeThatShowsItself() {
    assertThat(Bodies.html("<p>a {{</* figure b */>}} c</p>"))
        .isEqualTo("<p>a {{&lt;/* figure b */>}} c</p>");
    assertThat(Bodies.html("<p>A List<Part> b</p>")).isEqualTo("<p>A List b</p>");
  }
}
