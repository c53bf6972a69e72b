package org.curation.enrich.page.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Jane Moss | Jane Moss",
        "By Jane Moss | Jane Moss",
        "by: JANE MOSS | JANE MOSS",
        "Written by Jane Moss | Jane Moss",
        "Posted by Jane Moss on March 3, 2015 | Jane Moss",
        "Story by Jane Moss | Jane Moss",
        "Author: Jane Moss | Jane Moss",
        "Von Klara Weiß | Klara Weiß",
        "Par Émile Roux, Ann Bell | Émile Roux, Ann Bell",
        "Jane Moss July 10, 2015 | Jane Moss",
        "Jane Moss, Staff Writer | Jane Moss",
        "Jane Moss, MD, PhD | Jane Moss",
        "Jane Moss for CNN | Jane Moss",
        "Jane Moss (@moss) | Jane Moss",
        "Jane Moss <jane@example.org> | Jane Moss",
        "Jane Moss https://example.org/jane | Jane Moss",
        "Ann Bell and Cy Dunn | Ann Bell, Cy Dunn",
        "Ann Bell & Cy Dunn; Eli Ford | Ann Bell, Cy Dunn, Eli Ford",
        "Ann Bell, Cy Dunn, and Eli Ford | Ann Bell, Cy Dunn, Eli Ford",
        "Sam Ray, Jr. | Sam Ray Jr.",
        "Ann Bell, ann bell | Ann Bell",
        "J. R. R. Moss | J. R. R. Moss",
        "山田太郎 | 山田太郎",
        "Vanderby Byron | Vanderby Byron"
      })
  void shouldReadNames(String text, String expected) {
    assertThat(String.join(", ", PersonNames.of(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "admin",
        "12345",
        "https://example.org/u/1",
        "{{author}}",
        "Share",
        "By",
        "We value your privacy and so do all of our many partners"
      })
  void shouldReadNoName(String text) {
    assertThat(PersonNames.inText(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Curie, Marie | Marie Curie", "Marie Curie | Marie Curie", "Ray, Jr. | Ray Jr."})
  void shouldTurnNamesOfCatalogues(String text, String expected) {
    assertThat(String.join(", ", PersonNames.ofOne(text))).isEqualTo(expected);
  }
}
