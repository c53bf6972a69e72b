package org.curation.enrich.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A title: with “signs”, a < b & c > d <3",
        "[a] and {b} and `c`",
        "Some <b>bold</b> words",
        "https://example.org/?a=b&c=[d]"
      })
  void shouldKeepWhatIsFine(String text) {
    assertThat(ShownText.safe(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The <script> tag|The ‹script› tag",
        "<img src=x onerror=a>|‹img src=x onerror=a›",
        "a <img src=x onerror=a|a ‹img src=x onerror=a",
        "[a](javascript:b)|[a] (javascript:b)",
        "a {onclick=b}|a ｛onclick=b}",
        "{{< x >}}|{ {< x >}}",
        "<!-- a --><!--[if b]>|<!-- a -->‹!--[if b]>"
      })
  void shouldShowWhatCouldRun(String text, String expected) {
    assertThat(ShownText.safe(text)).isEqualTo(expected);
    assertThat(ShownText.safe(expected)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "href, true",
    "original, true",
    "ogimage, true",
    "imageUrl, true",
    "twitterimage, true",
    "permalink, true",
    "title, false",
    "description, false",
    "label, false"
  })
  void shouldKnowFieldsOfAddresses(String key, boolean address) {
    assertThat(ShownText.isAddressField(key)).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:a, true", "' jav\tascript:a', true", "vbscript:a, true", "'data:text/html,a', true",
    "https://a.example/, false", "'data:image/png;base64,aaaa', false", "/a, false", "'', false"
  })
  void shouldKnowAddressesThatRun(String address, boolean runs) {
    assertThat(ShownText.runs(address)).isEqualTo(runs);
  }
}
