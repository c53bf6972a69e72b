package org.curation.enrich.description;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DescriptionRuleTest {
  @Test
  void shouldPutNoSpaceWhereATagWas() {
    assertThat(DescriptionRule.SLICE_200.describe("<p>One.<br><br>Two</p><p>Three &amp; four</p>"))
        .isEqualTo("One.TwoThree & four");
  }

  @Test
  void shouldCutAfterAWordThatEndsWithinTheBudget() {
    // Given
    String text = "w".repeat(199) + " next word";

    // When / Then
    assertThat(DescriptionRule.WORDS_200.describe(text)).isEqualTo("w".repeat(199));
    assertThat(DescriptionRule.WORDS_200.describe("w".repeat(200) + " next"))
        .isEqualTo("w".repeat(200));
    assertThat(DescriptionRule.WORDS_200.describe("w".repeat(201) + " next"))
        .isEqualTo("w".repeat(200));
  }

  @Test
  void shouldSliceAnywhereButInsideACharacter() {
    assertThat(DescriptionRule.SLICE_200.describe("x".repeat(250))).hasSize(200);
    assertThat(DescriptionRule.SLICE_200.describe("x".repeat(199) + "😀 and more"))
        .isEqualTo("x".repeat(199));
  }

  @Test
  void shouldDescribeNothingByNothing() {
    assertThat(DescriptionRule.WORDS_200.describe("<p>&nbsp;</p>")).isEmpty();
    assertThat(DescriptionRule.NONE.describe("text")).isEmpty();
  }

  @Property
  void shouldNeverThrowNorExceedTheBudget(@ForAll String body) {
    for (DescriptionRule rule : DescriptionRule.values()) {
      String description = rule.describe(body);
      int length =
          rule == DescriptionRule.BEST
              ? Graphemes.of(description, 1000).count()
              : description.length();
      assertThat(length).isLessThanOrEqualTo(200);
    }
  }
}
