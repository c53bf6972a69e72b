package org.curation.ingest.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.curation.model.Capture;
import org.curation.model.LinkHealth;
import org.curation.model.LinkHealth.Condition;
import org.curation.model.LinkHealth.Outcome;
import org.curation.model.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the worker remembers across restarts, time and other workers. */
class CaptureMemoryIT {
  private static final String KEY = "open-project:1|page";
  private static final String URL = "https://one.example/";

  private final CaptureScene scene = new CaptureScene();
  private final MovedClock clock = new MovedClock(Instant.parse("2022-02-02T02:02:02Z"));

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void shouldGoOnTryingAfterARestartAndGiveUpAtTheEnd() {
    // Given
    scene.ask(KEY, URL);
    AtomicInteger tries = new AtomicInteger();
    Fetcher failing =
        request -> {
          tries.incrementAndGet();
          return new Fetched.Failed("no route");
        };

    // When
    try (CaptureWorker first = scene.worker(failing, clock, "a")) {
      scene.awaitHealth(KEY, Outcome.RETRYING);
      await().atMost(CaptureScene.SOON).until(first::idle);
      clock.move(Duration.ofMinutes(2));
      await()
          .atMost(CaptureScene.SOON)
          .until(() -> scene.health(KEY).map(LinkHealth::attempts).equals(Optional.of(2)));
    }
    assertThat(scene.captures(KEY)).isEmpty();
    clock.move(Duration.ofHours(2));
    try (CaptureWorker second = scene.worker(failing, clock, "a")) {
      scene.awaitHealth(KEY, Outcome.GAVE_UP);
      assertThat(second.links(Condition.GONE)).isEqualTo(1);
    }

    // Then
    assertThat(tries).hasValue(3);
    assertThat(scene.captures(KEY))
        .singleElement()
        .satisfies(capture -> assertThat(capture.result()).isEqualTo(Capture.Result.GAVE_UP));
  }

  @Test
  void shouldKeepContentOfALinkThatChangesAndThenIsGone() {
    // Given
    scene.ask(KEY, URL);
    AtomicReference<Fetched> answer =
        new AtomicReference<>(
            new Fetched.Bytes("<p>1".getBytes(StandardCharsets.UTF_8), URL, Optional.empty()));
    Fetcher fetcher = request -> answer.get();

    try (CaptureWorker worker = scene.worker(fetcher, clock, "a")) {
      scene.awaitHealth(KEY, Outcome.CAPTURED);

      // When
      answer.set(new Fetched.NotModified(Fetched.Reply.NONE));
      clock.move(Duration.ofDays(2));
      scene.awaitHealth(KEY, Outcome.NOT_MODIFIED);
      assertThat(scene.captures(KEY)).hasSize(1);
      answer.set(new Fetched.Gone("404"));
      clock.move(Duration.ofDays(2));
      scene.awaitHealth(KEY, Outcome.GONE);

      // Then
      assertThat(worker.links(Condition.GONE)).isEqualTo(1);
      assertThat(worker.links(Condition.OK)).isZero();
    }
    assertThat(scene.captures(KEY))
        .singleElement()
        .satisfies(capture -> assertThat(capture.result()).isEqualTo(Capture.Result.CAPTURED));
    assertThat(scene.health(KEY))
        .get()
        .satisfies(
            health -> {
              assertThat(health.condition()).isEqualTo(Condition.GONE);
              assertThat(health.since()).isEqualTo(clock.instant());
              assertThat(health.contentSha256()).isNotNull();
            });
  }

  @Test
  void shouldForgetWhatIsWithdrawn() {
    // Given
    scene.ask(KEY, URL);
    AtomicInteger tries = new AtomicInteger();
    Fetcher fetcher =
        request -> {
          tries.incrementAndGet();
          return CaptureScene.page(request, "<p>x");
        };

    // When
    try (CaptureWorker worker = scene.worker(fetcher, clock, "a")) {
      scene.awaitHealth(KEY, Outcome.CAPTURED);
      scene.send(KEY, URL, null);
      await().atMost(CaptureScene.SOON).until(() -> scene.health(KEY).isEmpty());
      clock.move(Duration.ofDays(9));
      scene.ask("open-project:2|page", URL);
      scene.awaitHealth("open-project:2|page", Outcome.CAPTURED);

      // Then
      assertThat(worker.links(Condition.OK)).isEqualTo(1);
    }
    assertThat(tries).hasValue(2);
  }

  @Test
  void shouldHandWorkOnToAnotherWorker() throws InterruptedException {
    // Given
    int hosts = 30;
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch stuck = new CountDownLatch(1);
    Fetcher hanging =
        request -> {
          stuck.countDown();
          try {
            var unused = never.await(60, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new Fetched.Gone("too late");
        };
    for (int i = 0; i < hosts; i++) {
      scene.ask("open-project:" + i + "|page", "https://host" + i + ".example/");
    }

    // When
    try (CaptureWorker first = scene.worker(hanging, clock, "a")) {
      assertThat(stuck.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(first.failure()).isEmpty();
    }
    try (CaptureWorker second =
        scene.worker(request -> CaptureScene.page(request, "<p>2"), clock, "b")) {
      await()
          .atMost(CaptureScene.SOON)
          .until(() -> second.links(Condition.OK) == hosts && second.idle());
    }

    // Then
    assertThat(scene.read(Topics.CAPTURES)).hasSize(hosts);
    for (int i = 0; i < hosts; i++) {
      assertThat(scene.captures("open-project:" + i + "|page"))
          .allSatisfy(capture -> assertThat(capture.result()).isEqualTo(Capture.Result.CAPTURED));
    }
  }
}
