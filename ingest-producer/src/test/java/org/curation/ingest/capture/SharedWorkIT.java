package org.curation.ingest.capture;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.curation.model.LinkHealth.Condition;
import org.curation.model.LinkHealth.Outcome;
import org.curation.model.topic.Topics;
import org.curation.service.AnotherInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workers beside each other, and people who ask again. */
class SharedWorkIT {
  private final CaptureScene scene = new CaptureScene();

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void shouldShareLinksAndTakeOverThoseOfAWorkerThatStops() {
    // Given
    int half = 60;
    Fetcher quick = request -> CaptureScene.page(request, "<p>quick");
    try (CaptureWorker staying = scene.worker(quick, Clock.systemUTC(), "a")) {
      try (CaptureWorker leaving = scene.worker(quick, Clock.systemUTC(), "b")) {
        ask(0, half);
        await()
            .atMost(CaptureScene.SOON)
            .until(
                () ->
                    leaving.links(Condition.OK) > 0
                        && staying.links(Condition.OK) + leaving.links(Condition.OK) == half);
      }

      // When
      ask(half, 2 * half);

      // Then
      await().atMost(CaptureScene.SOON).until(() -> staying.links(Condition.OK) == 2 * half);
      assertThat(staying.failure()).isEmpty();
    }
    assertThat(scene.read(Topics.CAPTURES)).hasSize(2 * half);
  }

  @Test
  void shouldSayThatAnotherWorkerHasItsName() {
    // Given
    Fetcher quick = request -> CaptureScene.page(request, "<p>quick");
    ask(0, 1);
    try (CaptureWorker first = scene.worker(quick, Clock.systemUTC(), "same")) {
      await().atMost(CaptureScene.SOON).until(() -> first.links(Condition.OK) == 1);

      // When
      try (CaptureWorker second = scene.worker(quick, Clock.systemUTC(), "same")) {
        await().atMost(CaptureScene.SOON).until(() -> first.failure().isPresent());
        assertThat(second.failure()).isEmpty();
      }

      // Then
      assertThat(AnotherInstance.explained("capture", first.failure().orElseThrow()))
          .get(as(STRING))
          .contains("Another capture runs on this cluster", "give each its own capture.instance");
    }
  }

  @Test
  void shouldFetchAgainWhatPeopleAskForAndNothingElse() {
    // Given
    scene.ask("open-project:1|page", "https://one.example/");
    scene.ask("open-project:2|page", "https://two.example/");
    scene.flush();
    MovedClock clock = new MovedClock(Instant.parse("2022-02-02T02:02:02Z"));
    AtomicInteger tries = new AtomicInteger();
    Fetcher fetcher = request -> CaptureScene.page(request, "<p>try " + tries.incrementAndGet());
    try (CaptureWorker worker = scene.worker(fetcher, clock, "a")) {
      await().atMost(CaptureScene.SOON).until(() -> worker.links(Condition.OK) == 2);
      clock.move(Duration.ofHours(1));

      // When
      int asked =
          new RecaptureRequests(scene.broker().connection(), clock)
              .send(request -> request.url().contains("one.example"));

      // Then
      assertThat(asked).isEqualTo(1);
      await()
          .atMost(CaptureScene.SOON)
          .until(() -> scene.captures("open-project:1|page").size() == 2);
      scene.awaitHealth("open-project:1|page", Outcome.CAPTURED);
      await().atMost(CaptureScene.SOON).until(worker::idle);
    }
    assertThat(tries).hasValue(3);
    assertThat(LinkListing.read(scene.broker().connection(), link -> true)).hasSize(2);
  }

  private void ask(int from, int to) {
    for (int i = from; i < to; i++) {
      scene.ask("open-project:" + i + "|page", "https://host" + i + ".example/");
    }
    scene.flush();
  }
}
