package org.curation.enrich.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.curation.enrich.gate.PublicationGate.Facts;
import org.curation.enrich.gate.PublicationRule.Allowed;
import org.curation.enrich.gate.PublicationRule.When;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationGateTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-11-25, UTC, 2026-11-25T00:00:00Z, 2026-11-26T00:00:00Z",
    "2026-11-25, Europe/Berlin, 2026-11-24T23:00:00Z, 2026-11-25T23:00:00Z",
    // The day on which summer time ends has 25 hours.
    "2026-10-25, Europe/Berlin, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
    "2026-11-25 09:30, Europe/Berlin, 2026-11-25T08:30:00Z, 2026-11-25T08:30:00Z",
    "2026-11-25T09:30:00Z, Europe/Berlin, 2026-11-25T09:30:00Z, 2026-11-25T09:30:00Z",
    "2026-11-25T09:30:00+0200, UTC, 2026-11-25T07:30:00Z, 2026-11-25T07:30:00Z",
  })
  void shouldKnowWhenADayBeginsAndIsOver(String text, String zone, Instant begins, Instant over) {
    // When
    Day day = Day.parse(text).orElseThrow();

    // Then
    assertThat(day.begins(ZoneId.of(zone))).isEqualTo(begins);
    assertThat(day.isOver(ZoneId.of(zone))).isEqualTo(over);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "25.11.2026", "2026-13-01", "2026-02-30", "0001-01-01", "9999-01-01"})
  void shouldReadNothingElse(String text) {
    assertThat(Day.parse(text)).isEmpty();
  }

  @Test
  void shouldLetOnlyNamedStatusesAndTypesPass() {
    // Given
    PublicationGate gate =
        new PublicationGate(
            new PublicationRule(
                new Allowed(List.of("Published"), "Published"::equals),
                new Allowed(List.of("Post"), "Post"::equals),
                null,
                null,
                ZoneOffset.UTC));

    // Then
    assertThat(gate.decide(new Facts("Published", "Post", Map.of()), NOON))
        .isEqualTo(new Verdict.Open(null, null));
    assertThat(gate.decide(new Facts("Draft", "Post", Map.of()), NOON))
        .isEqualTo(
            new Verdict.Shut("status \"Draft\" is not published; the lane publishes Published"));
    assertThat(gate.decide(new Facts("Published", null, Map.of()), NOON))
        .isEqualTo(new Verdict.Shut("type unknown is not published; the lane publishes Post"));
  }

  @Test
  void shouldOpenAtTheFirstMomentAndCloseBehindTheLast() {
    // Given
    Facts facts = new Facts(null, null, Map.of("from", "2026-11-26", "until", "2026-11-27"));
    Instant opens = Instant.parse("2026-11-26T00:00:00Z");
    Instant closes = Instant.parse("2026-11-28T00:00:00Z");
    PublicationGate gate = gate("from", "until");

    // Then
    assertThat(gate.decide(facts, opens.minusMillis(1)))
        .isEqualTo(new Verdict.Early(opens, "waits until 2026-11-26T00:00:00Z"));
    assertThat(gate.decide(facts, opens)).isEqualTo(new Verdict.Open(closes, null));
    assertThat(gate.decide(facts, closes.minusMillis(1))).isEqualTo(new Verdict.Open(closes, null));
    assertThat(gate.decide(facts, closes))
        .isEqualTo(new Verdict.Shut("publication ended at 2026-11-28T00:00:00Z"));
  }

  @Test
  void shouldHoldBackWhatHasAnUnreadableEmbargo() {
    // When
    Verdict embargo =
        gate("from", null).decide(new Facts(null, null, Map.of("from", "next week")), NOON);
    Verdict end =
        gate(null, "until").decide(new Facts(null, null, Map.of("until", "next week")), NOON);
    Verdict unset = gate("from", "until").decide(new Facts(null, null, Map.of()), NOON);

    // Then
    assertThat(embargo)
        .isEqualTo(
            new Verdict.Shut(
                "from \"next week\" is no date from 1970 to 2099, so nobody knows when publication begins; write it like 2026-12-01"));
    assertThat(end)
        .isEqualTo(
            new Verdict.Open(
                null,
                "until \"next week\" is no date from 1970 to 2099, so publication doesn't end by itself"));
    assertThat(unset).isEqualTo(new Verdict.Open(null, null));
  }

  @Test
  void shouldKnowWhatHugoLeavesOut() {
    // Then
    assertThat(PublicationGate.hugo(Map.of("date", "2026-11-25T12:00:01Z"), NOON))
        .isInstanceOf(Verdict.Early.class);
    assertThat(PublicationGate.hugo(Map.of("date", "2026-11-25T12:00:00Z"), NOON))
        .isInstanceOf(Verdict.Open.class);
    assertThat(
            PublicationGate.hugo(Map.of("date", "2027-01-01", "publishDate", "2026-01-01"), NOON))
        .isInstanceOf(Verdict.Open.class);
    assertThat(PublicationGate.hugo(Map.of("expiryDate", "2026-11-25"), NOON))
        .isInstanceOf(Verdict.Shut.class);
    assertThat(PublicationGate.hugo(Map.of("ExpiryDate", "2026-11-26"), NOON))
        .isEqualTo(new Verdict.Open(Instant.parse("2026-11-26T00:00:00Z"), null));
    assertThat(PublicationGate.hugo(Map.of("date", "no date"), NOON))
        .isInstanceOf(Verdict.Open.class);
  }

  private static PublicationGate gate(@Nullable String from, @Nullable String until) {
    return new PublicationGate(
        new PublicationRule(
            Allowed.ALL,
            Allowed.ALL,
            from == null ? null : new When.Field(from),
            until == null ? null : new When.Field(until),
            ZoneOffset.UTC));
  }
}
