package org.curation.enrich.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.curation.enrich.body.BodyRule.Format;
import org.curation.enrich.body.BodyRule.Links;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyLinksTest {
  private static final UnaryOperator<String> CLEANER =
      address -> address.replaceAll("[?&]utm_\\w+=[^&#]*", "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTML|<a href=\"https://a.example/?utm_source=b\">c</a>|<a href=\"https://a.example/\">c</a>",
        "HTML|<a href=https://a.example/?utm_source=b>c</a>|<a href=\"https://a.example/\">c</a>",
        "HTML|<a href='https://a.example/?d=1&amp;e=2&amp;utm_source=b'>c</a>|<a href='https://a.example/?d=1&amp;e=2'>c</a>",
        "MARKDOWN|[c](https://a.example/?utm_source=b \"d\")|[c](https://a.example/ \"d\")",
        "MARKDOWN|[c](<https://a.example/?utm_source=b>)|[c](<https://a.example/>)",
        "MARKDOWN|<https://a.example/?utm_source=b>|<https://a.example/>",
        "MARKDOWN|<a href='https://a.example/?utm_source=b'>c</a>|<a href='https://a.example/'>c</a>",
        "MARKDOWN|`[c](https://a.example/?utm_source=b)`|`[c](https://a.example/?utm_source=b)`",
        "MARKDOWN|[c](https://a.example/b_(c)?utm_source=b)|[c](<https://a.example/b_(c)>)",
        "HTML|<a href='/a?utm_source=b'>c</a>|<a href='/a?utm_source=b'>c</a>"
      })
  void shouldCleanLinksAndNothingElse(Format format, String body, String expected) {
    // When
    TreatedBody treated = clean(body, format, CLEANER);

    // Then
    assertThat(treated.text()).isEqualTo(expected);
    assertThat(clean(treated.text(), format, CLEANER).text()).isEqualTo(expected);
  }

  @Test
  void shouldCleanDefinitions() {
    // Given
    String body = "[a][b]\n\n[b]: https://a.example/?utm_source=c 'd'";

    // When
    TreatedBody treated = clean(body, Format.MARKDOWN, CLEANER);

    // Then
    assertThat(treated.text()).isEqualTo("[a][b]\n\n[b]: https://a.example/ 'd'");
    assertThat(treated.notes()).containsExactly(new TreatedBody.Note("links cleaned", "1"));
  }

  @Test
  void shouldNotBelieveACleaner() {
    // Given
    String html = "<a href=\"https://a.example/\">b</a>";
    UnaryOperator<String> hostile = address -> "javascript:alert(1)//\"><script>";

    // When
    TreatedBody treated = clean(html, Format.HTML, hostile);

    // Then
    assertThat(treated.text()).isEqualTo(html);
  }

  private static TreatedBody clean(String body, Format format, UnaryOperator<String> cleaner) {
    return BodyTreatment.treat(
        body, new BodyRule(format, SafeTags.ARTICLE, Links.CLEANED, false), cleaner);
  }
}
