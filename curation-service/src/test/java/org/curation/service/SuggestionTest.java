package org.curation.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "a, '', 1",
    "kitten, sitting, 3",
    "titel, title, 1",
    "abc, acb, 1",
    "ab, ba, 1",
  })
  void shouldCountEdits(String one, String other, int edits) {
    assertThat(Suggestion.distance(one, other)).isEqualTo(edits);
    assertThat(Suggestion.distance(other, one)).isEqualTo(edits);
  }

  @Test
  void shouldNameTheNearestElseAllElseNothing() {
    // Given
    List<String> known = List.of("words-200", "slice-200", "none");
    List<String> many = Collections.nCopies(20, "something");

    // When / Then
    assertThat(Suggestion.phrase("Word-200", known)).isEqualTo("; did you mean \"words-200\"?");
    assertThat(Suggestion.phrase("long", known)).isEqualTo("; known: words-200, slice-200, none");
    assertThat(Suggestion.phrase("xyz", many)).isEmpty();
    assertThat(Suggestion.phrase("x".repeat(100_000), many)).isEmpty();
  }
}
