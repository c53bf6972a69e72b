package org.curation.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkKeyTest {

  @Property
  void shouldFoldSpellingsOfOnePlace(
      @ForAll @AlphaChars @StringLength(min = 1, max = 12) String name,
      @ForAll @AlphaChars @StringLength(min = 1, max = 12) String path,
      @ForAll boolean secure,
      @ForAll boolean www,
      @ForAll boolean upper,
      @ForAll @IntRange(max = 3) int slashes) {
    // Given
    String host = (www ? "www." : "") + name + ".org";
    String spelled =
        (secure ? "https://" : "http://")
            + (upper ? host.toUpperCase(Locale.ROOT) : host)
            + "/"
            + path
            + "/".repeat(slashes);

    // When
    String key = LinkKey.of(spelled);

    // Then
    String plain = "http://" + name.toLowerCase(Locale.ROOT) + ".org/" + path;
    assertThat(key).isEqualTo(LinkKey.of(plain));
  }

  @Property
  void shouldTellPathsApart(
      @ForAll @AlphaChars @StringLength(min = 1, max = 12) String a,
      @ForAll @AlphaChars @StringLength(min = 1, max = 12) String b) {
    // When
    boolean same = LinkKey.of("https://x.org/" + a).equals(LinkKey.of("https://x.org/" + b));

    // Then
    assertThat(same).isEqualTo(a.equals(b));
  }

  @Property
  void shouldGiveAnyTextAKeyThatItsHttpsFormShares(@ForAll String text) {
    // Given
    String stripped = text.strip();

    // When
    String key = LinkKey.of("https://" + stripped);

    // Then
    assertThat(key).isEqualTo(LinkKey.of("HTTP://" + stripped + " "));
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.org/a?q=1, https://x.org/a?q=2",
    "https://x.org/a#one, https://x.org/a#two",
    "https://x.org/a, https://x.org/A",
    "https://x.org/a, ftp://x.org/a",
    "https://x.org:8080/a, https://x.org/a",
    "https://news.x.org/a, https://x.org/a"
  })
  void shouldKeepDifferentPlacesApart(String one, String other) {
    // When / Then
    assertThat(LinkKey.of(one)).isNotEqualTo(LinkKey.of(other));
  }

  @Test
  void shouldKeepAFragment() {
    // When / Then
    assertThat(LinkKey.of("https://www.Hit.net/2021/x/#.YUns0")).isEqualTo("hit.net/2021/x#.YUns0");
  }
}
