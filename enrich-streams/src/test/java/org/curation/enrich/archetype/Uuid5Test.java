package org.curation.enrich.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Uuid5Test {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3719-Finding the Balance Between Patient Outreach and Patient Care With Technology"
            + " | 71b17c97-450a-504a-9002-52517bc633be",
        "3532-How Physicians Can Improve Patient Engagement Using Technology"
            + " | 350a057f-4225-5238-be31-3860e1e959de",
        "https://www.healthcareitnews.com/news/patient-engagement-tech-improves-physician-org-s-no-show-rate-35"
            + " | eb1d84fb-950e-56aa-9fcd-9190a23b20fd",
      })
  void shouldGiveThePublishedNames(String name, String uuid) {
    // When
    UUID made = Uuid5.url(name);

    // Then
    assertThat(made).hasToString(uuid);
  }

  @Property
  void shouldAlwaysSayItsVersionAndVariant(@ForAll String name) {
    // When
    UUID made = Uuid5.url(name);

    // Then
    assertThat(made.version()).isEqualTo(5);
    assertThat(made.variant()).isEqualTo(2);
    assertThat(Uuid5.url(name)).isEqualTo(made);
  }
}
