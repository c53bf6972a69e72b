package org.curation.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateTimeTest {
  private static final long YEAR_2200 = 7_258_118_400L;

  @Property
  void shouldReadEveryNumberOfFractionDigits(
      @ForAll @LongRange(min = 0, max = YEAR_2200) long second,
      @ForAll @IntRange(min = 0, max = 999_999_999) int nano,
      @ForAll @IntRange(min = 0, max = 9) int digits) {
    // Given
    String fraction = "%09d".formatted(nano).substring(0, digits);
    String text =
        Instant.ofEpochSecond(second).toString().replace("Z", "")
            + (digits == 0 ? "" : "." + fraction)
            + "Z";

    // When
    long micros = UpdateTime.micros(UpdateTime.parse(text, "updatedAt"), "updatedAt");

    // Then
    long expected = second * 1_000_000 + Long.parseLong((fraction + "000000").substring(0, 6));
    assertThat(micros).isEqualTo(expected);
  }

  @Property
  void shouldReadTheSameInstantInEveryZone(
      @ForAll @LongRange(min = 0, max = YEAR_2200) long second,
      @ForAll @IntRange(min = -12 * 60, max = 14 * 60) int minutes) {
    // Given
    ZoneOffset zone = ZoneOffset.ofTotalSeconds(minutes * 60);
    String text = OffsetDateTime.ofInstant(Instant.ofEpochSecond(second), zone).toString();

    // When
    Instant read = UpdateTime.parse(text, "updatedAt");

    // Then
    assertThat(read).isEqualTo(Instant.ofEpochSecond(second));
  }

  @Property
  void shouldKeepTheOrderOfTimes(
      @ForAll @LongRange(min = 0, max = YEAR_2200) long first,
      @ForAll @LongRange(min = 0, max = YEAR_2200) long second) {
    // Given
    Instant a = Instant.ofEpochSecond(first);
    Instant b = Instant.ofEpochSecond(second);

    // When
    int order = Long.compare(UpdateTime.micros(a, "a"), UpdateTime.micros(b, "b"));

    // Then
    assertThat(order).isEqualTo(Integer.signum(a.compareTo(b)));
  }

  @Property
  void shouldReadOrSayWhereItCannot(@ForAll String text) {
    // When
    try {
      Instant read = UpdateTime.parse(text, "updatedAt");

      // Then
      assertThat(OffsetDateTime.parse(text).toInstant()).isEqualTo(read);
    } catch (MalformedRecordException e) {
      assertThat(e).hasMessageStartingWith("updatedAt: expected").hasMessageNotContaining("\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12-31T23:59:59.999999Z", "+1000000-01-01T00:00:00Z"})
  void shouldRefuseTimesThatNoVersionCanCount(String text) {
    // Given
    Instant time = OffsetDateTime.parse(text).toInstant();

    // When / Then
    assertThatThrownBy(() -> UpdateTime.micros(time, "updated_at"))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageStartingWith("updated_at: expected a time");
  }

  @Test
  void shouldShortenWhatItQuotes() {
    // When / Then
    assertThatThrownBy(() -> UpdateTime.parse("x\n".repeat(500), "updatedAt"))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200).doesNotContain("\n"));
  }
}
