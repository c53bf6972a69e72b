package org.curation.enrich.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "medigy-*, medigy-diabetes, true",
    "medigy-*, medigy-, true",
    "medigy-*, medigy, false",
    "medigy-*, x-medigy-diabetes, false",
    "MEDIGY-*, medigy-Diabetes, true",
    "*-news, netspective-medigy-news, true",
    "*-news, news, false",
    "a*b*c, a-b-b-c, true",
    "a*b*c, a-c-b, false",
    "*, '', true",
    "'', '', true",
    "'', a, false",
    "a?c, abc, false",
    "a.c, abc, false",
    "**a, a, true",
  })
  void shouldMatchTheWholeText(String pattern, String text, boolean expected) {
    // When
    boolean matches = new Glob(pattern).matches(text);

    // Then
    assertThat(matches).isEqualTo(expected);
  }

  @Property
  void shouldAgreeWithARegularExpression(
      @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'b') String text,
      @ForAll @StringLength(max = 5) @CharRange(from = '`', to = 'b') String letters) {
    // Given
    String pattern = letters.replace('`', '*');

    // When
    boolean matches = new Glob(pattern).matches(text);

    // Then
    assertThat(matches).isEqualTo(text.matches(pattern.replace("*", ".*")));
  }

  @Property
  void shouldMatchAllThatACoveredPatternMatches(
      @ForAll @StringLength(max = 4) @CharRange(from = '`', to = 'b') String first,
      @ForAll @StringLength(max = 4) @CharRange(from = '`', to = 'b') String second,
      @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'b') String text) {
    // Given
    Glob wide = new Glob(first.replace('`', '*'));
    Glob narrow = new Glob(second.replace('`', '*'));

    // When
    boolean escapes = wide.covers(narrow) && narrow.matches(text) && !wide.matches(text);

    // Then
    assertThat(escapes).isFalse();
  }
}
