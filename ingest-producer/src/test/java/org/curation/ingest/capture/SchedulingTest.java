package org.curation.ingest.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.curation.model.CaptureKey;
import org.curation.model.CaptureRequest;
import org.junit.jupiter.api.Test;

class SchedulingTest {
  private static final long NOW = 1_000_000_000L;
  private static final CapturePolicy POLICY =
      new CapturePolicy(Duration.ofDays(30), List.of(Duration.ofMinutes(1)), 64, 2, 5);

  private final Schedule schedule = new Schedule(POLICY);
  private long offset;

  @Test
  void shouldLetHostsTakeTurnsInTheOrderOfTheirRequests() {
    // Given
    for (String url : List.of("https://a/1", "https://a/2", "https://a/3", "https://b/1")) {
      schedule.at(0, link(url));
    }

    // When
    List<String> begun = begin();

    // Then
    assertThat(begun).containsExactly("https://a/1", "https://b/1", "https://a/2");
    assertThat(schedule.hasDue(NOW)).isTrue();
    schedule.ended("a", HostBreaker::answered, NOW);
    assertThat(begin()).containsExactly("https://a/3");
    assertThat(schedule.hasDue(NOW)).isFalse();
  }

  @Test
  void shouldFetchNothingThatIsNoLongerMeantOrNotDue() {
    // Given
    Link withdrawn = link("https://a/1");
    schedule.at(0, withdrawn);
    schedule.at(NOW + 1, link("https://a/2"));
    schedule.at(Timing.NEVER, link("https://a/3"));

    // When
    schedule.forget(withdrawn);

    // Then
    assertThat(begin()).isEmpty();
    assertThat(schedule.nextDue()).isEqualTo(NOW + 1);
  }

  @Test
  void shouldPutOffAHostThatFailsAndProbeItWithOne() {
    // Given
    for (int i = 0; i < 20; i++) {
      schedule.at(0, link("https://a/" + i));
    }

    // When
    for (int i = 0; i < 5; i++) {
      assertThat(schedule.next(NOW)).isPresent();
      schedule.ended("a", breaker -> breaker.failed(NOW), NOW);
    }

    // Then
    assertThat(begin()).isEmpty();
    assertThat(schedule.deferred()).hasSize(15);
    assertThat(schedule.hasDue(NOW)).isFalse();
    long later = NOW + Duration.ofMinutes(1).toMillis();
    assertThat(schedule.next(later)).isPresent();
    assertThat(schedule.next(later)).isEmpty();
    schedule.ended("a", HostBreaker::answered, later);
    assertThat(schedule.next(later)).isPresent();
    assertThat(schedule.next(later)).isPresent();
  }

  @Test
  void shouldLeaveAHostAloneForLongerEachTimeButNeverForEver() {
    // Given
    HostBreaker breaker = new HostBreaker(1);
    List<Long> minutes = new ArrayList<>();
    long now = NOW;

    // When
    for (int i = 0; i < 40; i++) {
      breaker.failed(now);
      minutes.add((breaker.until() - now) / 60_000);
      now = breaker.until();
    }
    breaker.hold(now, Duration.ofDays(4000));

    // Then
    assertThat(minutes).startsWith(1L, 2L, 4L, 8L, 16L, 32L, 60L).endsWith(60L);
    assertThat(breaker.until()).isEqualTo(now + Duration.ofHours(24).toMillis());
  }

  @Test
  void shouldRetryWithinBoundsAndHonourWhatTheServerAsksFor() {
    // Given
    Timing timing = new Timing(POLICY);
    Instant now = Instant.ofEpochMilli(NOW);

    // When
    Instant usual = timing.retry("k", 1, Optional.empty(), now).orElseThrow();
    Instant asked = timing.retry("k", 1, Optional.of(Duration.ofHours(2)), now).orElseThrow();

    // Then
    assertThat(usual).isBetween(now.plusSeconds(48), now.plusSeconds(72));
    assertThat(asked).isEqualTo(now.plus(Duration.ofHours(2)));
    assertThat(timing.retry("k", 2, Optional.empty(), now)).isEmpty();
    assertThat(timing.again("k", now)).isEqualTo(timing.again("k", now)).isPresent();
    assertThat(timing.again("k", now)).isNotEqualTo(timing.again("l", now));
    assertThat(new Timing(CapturePolicy.recorded()).again("k", now)).isEmpty();
  }

  private List<String> begin() {
    List<String> begun = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      schedule.next(NOW).ifPresent(plan -> begun.add(plan.link().request().url()));
    }
    return begun;
  }

  private Link link(String url) {
    return new Link(
        new CaptureRequest(CaptureKey.parse("open-project:1|page"), 1, url, ""),
        new Link.Place(0, offset++, NOW, null));
  }
}
