package org.curation.enrich.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "physician org\u2019s no-show rate by 35% | physician-orgs-no-show-rate-by-35",
        "Don't stop | dont-stop",
        "Healthcare Leaders: The Importance | healthcare-leaders-the-importance",
        "Frost & Sullivan | frost-sullivan",
        "Caf\u00e9 \u00c5ngstr\u00f6m \ufb01t | cafe-angstrom-fit",
        "ISTANBUL \u0130 | istanbul-i",
        "--a__b--  | a-b",
        "news.healthcareguys.com | news-healthcareguys-com",
        "\"\" | \"\"",
        "\" \t \" | \"\"",
      })
  void shouldMakeAddressesLikeTheSeeds(String text, String slug) {
    // When
    String made = Slug.of(text);

    // Then
    assertThat(made).isEqualTo(slug);
  }

  @Test
  void shouldGiveTextWithoutAsciiFormAnAddressOfItsOwn() {
    // When
    String one = Slug.of("健康");
    String other = Slug.of("健康保険");

    // Then
    assertThat(one).isEqualTo("u-aa18b6dcd8").isNotEqualTo(other);
    assertThat(other).matches("u-[0-9a-f]{10}");
  }

  @Test
  void shouldCutLongTextAtADash() {
    // Given
    String text = "word ".repeat(40);

    // When
    String slug = Slug.of(text);

    // Then
    assertThat(slug).hasSizeLessThanOrEqualTo(150).hasSizeGreaterThan(140).endsWith("-word");
    assertThat(Slug.of("x".repeat(200))).isEqualTo("x".repeat(150));
    assertThat(Slug.of("x".repeat(150) + " y")).isEqualTo("x".repeat(150));
  }

  @Property
  void shouldBeIdempotentAndKeepToItsAlphabet(@ForAll String text) {
    // When
    String slug = Slug.of(text);

    // Then
    assertThat(slug).matches("|[a-z0-9]+(-[a-z0-9]+)*").hasSizeLessThanOrEqualTo(150);
    assertThat(Slug.of(slug)).isEqualTo(slug);
  }

  @Property
  void shouldBeEmptyOnlyForBlankText(@ForAll String text) {
    // Given
    boolean wordy = !text.isBlank();

    // When
    String slug = Slug.of(text);

    // Then
    assertThat(slug.isEmpty() && wordy).isFalse();
  }
}
