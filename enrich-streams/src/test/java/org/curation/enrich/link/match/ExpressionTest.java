package org.curation.enrich.link.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
  private static final List<String> ITEMS =
      List.of(
          "a",
          "b",
          "B",
          "ab",
          "\\.",
          "\\d",
          ".",
          ".*",
          ".*?",
          "a?",
          "b+",
          "a{2}",
          "b{0,1}?",
          "[ab]",
          "[^]a]",
          "[]b]",
          "(a|b)",
          "(?:ab)?",
          "(?i)",
          "(b)+",
          "a|",
          "\\Qa.b\\E",
          "\\x61",
          "\\pL",
          "^",
          "$",
          "(?:[)]a)");

  @ParameterizedTest
  @CsvSource(
      value = {
        "[?&]expires=[^&]*&(?:.*&)?signature= ; signature=",
        "a(?:b|c)def ; def",
        "abc ; abc",
        "ab?cd ; cd",
        "ab+c ; ab",
        "(?i)ABC\\.org ; abc.org",
        "x\\d+yz ; yz",
        "[abc]+ ; ''",
        "'a|b' ; ''"
      },
      delimiter = ';',
      quoteCharacter = '\'')
  void shouldKnowWhatATextMustHave(String expression, String expected) {
    assertThat(RequiredText.of(expression)).isEqualTo(expected);
  }

  @Test
  void shouldFindWhatThePlainExpressionFinds() {
    // Given
    Random random = new Random(11);
    int found = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder source = new StringBuilder();
      for (int j = random.nextInt(5); j >= 0; j--) {
        source.append(ITEMS.get(random.nextInt(ITEMS.size())));
      }
      Pattern plain;
      try {
        plain = Pattern.compile("(?:" + source + ")", Pattern.CASE_INSENSITIVE);
      } catch (com.google.re2j.PatternSyntaxException e) {
        continue;
      }
      Expression expression = Expression.anywhere("(?:" + source + ")", false);
      Expression bare = Expression.anywhere(source.toString(), false);
      TextPattern whole = TextPattern.of("re:" + source, false);
      for (int j = 0; j < 5; j++) {
        String text = text(random);

        // When / Then
        String folded = text.toLowerCase(java.util.Locale.ROOT);
        boolean there = plain.matcher(text).find();
        assertThat(bare.isIn(text, folded)).as("%s in %s", source, text).isEqualTo(there);
        assertThat(expression.isIn(text, folded)).as("%s in %s", source, text).isEqualTo(there);
        assertThat(whole.matches(text)).as("%s is %s", source, text).isEqualTo(plain.matches(text));
        found += there ? 1 : 0;
      }
    }
    assertThat(found).isGreaterThan(1000);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int j = random.nextInt(7); j > 0; j--) {
      text.append("abAB.)]1".charAt(random.nextInt(8)));
    }
    return text.toString();
  }
}
