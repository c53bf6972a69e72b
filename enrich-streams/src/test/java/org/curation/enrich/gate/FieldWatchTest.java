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
  void shouldNameAFieldThatNoItemHasOnceForEachLane() {
    // Given
    PublicationRule rule = rule("publishForm", null);

    // When
    watch.saw("news", rule, "open-project:1", Set.of("publishFrom", "cleanUrl"));
    watch.saw("news", rule, "open-project:2", Set.of("publishFrom"));
    watch.saw("more", rule, "open-project:3", Set.of("cleanUrl"));

    // Then
    assertThat(told)
        .containsExactly(
            "lane \"news\": publish.from: \"publishForm\" is no field of open-project:1; did you"
                + " mean \"publishFrom\"?",
            "lane \"more\": publish.from: \"publishForm\" is no field of open-project:3; seen:"
                + " cleanUrl");
    assertThat(watch.unknown())
        .containsExactly(
            "lane \"more\": publish.from: \"publishForm\" is a field that none of its items has, so"
                + " it holds nothing back; seen: cleanUrl",
            "lane \"news\": publish.from: \"publishForm\" is a field that none of its items has, so"
                + " it holds nothing back; did you mean \"publishFrom\"?");
  }

  @Test
  void shouldBeSilentAboutFieldsThatAnItemHas() {
    // When
    watch.saw("news", rule("createdAt", "until"), "open-project:1", Set.of());
    watch.saw("news", rule("createdAt", "until"), "open-project:2", Set.of("until"));

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
