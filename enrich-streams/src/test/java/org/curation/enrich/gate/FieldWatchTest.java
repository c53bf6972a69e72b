package org.curation.enrich.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.curation.enrich.gate.PublicationRule.Allowed;
import org.curation.enrich.gate.PublicationRule.When;
import org.junit.jupiter.api.Test;

class FieldWatchTest {
  private final List<String> told = new ArrayList<>();
  private final FieldWatch watch = new FieldWatch(told::add);

  @Test
  void shouldNameAFieldOfASimilarNameOnceForEachLane() {
    // When
    watch.saw("news", rule("publishForm", null), Set.of("publishFrom", "cleanUrl"));
    watch.saw("news", rule("publishForm", null), Set.of("publishFrom"));
    watch.saw("more", rule("embargo", null), Set.of("cleanUrl"));

    // Then
    String news =
        "lane \"news\": publish.from: no item has a value in \"publishForm\", so nothing is held"
            + " back; did you mean \"publishFrom\"?";
    assertThat(told).containsExactly(news);
    assertThat(watch.unknown())
        .containsExactly(
            "lane \"more\": publish.from: no item has a value in \"embargo\", so nothing is held"
                + " back; seen: cleanUrl",
            news);
  }

  @Test
  void shouldTellOfManyItemsWithoutAValue() {
    // When
    for (int i = 0; i < 19; i++) {
      watch.saw("news", rule("createdAt", "ends"), Set.of("cleanUrl"));
    }
    assertThat(told).isEmpty();
    assertThat(watch.unknown()).isEmpty();
    watch.saw("news", rule("createdAt", "ends"), Set.of());

    // Then
    assertThat(told).singleElement().asString().contains("publish.until", "so nothing ends");
    assertThat(watch.unknown()).isEqualTo(told);
  }

  @Test
  void shouldBeSilentAboutFieldsThatAnItemHas() {
    // When
    watch.saw("news", rule("embargo", "ends"), Set.of("embargo", "end"));
    watch.saw("news", rule("embargo", "ends"), Set.of("ends"));

    // Then
    assertThat(told).hasSize(1);
    assertThat(watch.unknown()).isEmpty();
  }

  private static PublicationRule rule(
      String from, @org.jspecify.annotations.Nullable String until) {
    return new PublicationRule(
        Allowed.ALL,
        Allowed.ALL,
        new When.Field(from),
        until == null ? null : new When.Field(until),
        ZoneOffset.UTC);
  }
}
