package org.curation.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OutagesTest {
  private final Closing closing = new Closing();
  private final Outages outages =
      new Outages(new Backoff(Duration.ofMillis(1), Duration.ofMillis(4)), closing);

  @Test
  void shouldRepeatUntilTheOutageIsOver() throws Exception {
    // Given
    Deque<Exception> failures =
        new ArrayDeque<>(
            List.of(
                new IOException("No space left on device"),
                new UncheckedIOException(new IOException("gone")),
                new TimeoutException("no broker")));
    Outages.Attempt<String> attempt =
        () -> {
          Exception failure = failures.poll();
          if (failure instanceof IOException e) {
            throw e;
          }
          if (failure instanceof RuntimeException e) {
            throw e;
          }
          return "done";
        };

    // When
    String result = outages.waitOut("trying", attempt);

    // Then
    assertThat(result).isEqualTo("done");
    assertThat(failures).isEmpty();
  }

  @Test
  void shouldNotRepeatWhatNoWaitingMends() {
    // Given
    int[] tries = {0};
    Outages.Action action =
        () -> {
          tries[0]++;
          throw new IllegalStateException("a defect");
        };

    // When / Then
    assertThatThrownBy(() -> outages.waitOut("trying", action))
        .isInstanceOf(IllegalStateException.class);
    assertThat(tries[0]).isEqualTo(1);
  }

  @Test
  void shouldGiveUpOnceTheSinkCloses() {
    // Given
    Outages.Action action =
        () -> {
          closing.wish();
          throw new IOException("still down");
        };
    Outages patient = new Outages(new Backoff(Duration.ofHours(1), Duration.ofHours(1)), closing);

    // When / Then
    assertThatThrownBy(() -> patient.waitOut("trying", action))
        .isInstanceOf(GivenUpException.class)
        .hasMessageContaining("trying");
  }

  @Test
  void shouldStillFinishWhatWorksWhileTheSinkCloses() throws Exception {
    // Given
    closing.wish();

    // When
    String result = outages.waitOut("trying", () -> "done");

    // Then
    assertThat(result).isEqualTo("done");
  }
}
