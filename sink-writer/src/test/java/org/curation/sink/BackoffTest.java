package org.curation.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void shouldDoubleFrom250MillisecondsUpTo10Seconds() {
    // Given
    Backoff backoff = Backoff.standard();

    // When
    List<Long> waits =
        IntStream.of(1, 2, 3, 4, 5, 6, 7, 8, 1000)
            .mapToObj(failures -> backoff.after(failures).toMillis())
            .toList();

    // Then
    assertThat(waits)
        .containsExactly(250L, 500L, 1000L, 2000L, 4000L, 8000L, 10_000L, 10_000L, 10_000L);
  }

  @Test
  void shouldRefuseToWaitNotAtAll() {
    // When / Then
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
