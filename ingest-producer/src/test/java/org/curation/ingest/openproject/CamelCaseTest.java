package org.curation.ingest.openproject;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CamelCaseTest {

  @ParameterizedTest
  @CsvSource({
    "Clean URL, cleanUrl",
    "Source URL, sourceUrl",
    "Medigy Topics, medigyTopics",
    "cleanUrl, cleanUrl",
    "'  e-mail: sent?  ', eMailSent",
    "Größe 2 Übersicht, größe2Übersicht",
    "'???', ''",
    "'', ''"
  })
  void shouldNameFields(String name, String expected) {
    // When / Then
    assertThat(CamelCase.of(name)).isEqualTo(expected);
  }

  @Property
  void shouldHoldLettersAndDigitsOnly(@ForAll String name) {
    // When
    String camel = CamelCase.of(name);

    // Then
    assertThat(camel).doesNotContainAnyWhitespaces();
    assertThat(camel.chars().noneMatch(c -> c == '.' || c == '$' || c == '{')).isTrue();
  }
}
