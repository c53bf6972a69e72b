package org.curation.ingest.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.curation.model.LinkHealth.Condition;
import org.curation.model.topic.Partitioning;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** That nobody waits for somebody else. */
class CaptureSpeedIT {
  private static final Logger LOG = LoggerFactory.getLogger(CaptureSpeedIT.class);

  private final CaptureScene scene = new CaptureScene();
  private final CountDownLatch never = new CountDownLatch(1);

  @AfterEach
  void stop() {
    never.countDown();
    scene.close();
  }

  @Test
  void shouldServeManySlowHostsAtOnceAndLetAHangingOneDelayNobody() {
    // Given
    int hosts = 64;
    int links = 10;
    Map<String, AtomicInteger> onTheWay = new ConcurrentHashMap<>();
    AtomicInteger most = new AtomicInteger();
    Fetcher slow =
        request -> {
          String host = Partitioning.hostOf(request.url());
          AtomicInteger same = onTheWay.computeIfAbsent(host, fresh -> new AtomicInteger());
          most.accumulateAndGet(same.incrementAndGet(), Math::max);
          pass(host.startsWith("hanging") ? Duration.ofSeconds(100) : Duration.ofSeconds(2));
          same.decrementAndGet();
          return CaptureScene.page(request, "<p>slow");
        };
    for (int link = 0; link < links; link++) {
      scene.ask("open-project:9" + link + "|page", "https://hanging.example/" + link);
      for (int host = 0; host < hosts; host++) {
        scene.ask(
            "open-project:1" + host + "0" + link + "|page",
            "https://slow" + host + ".example/" + link);
      }
    }
    scene.flush();

    // When
    long start = System.nanoTime();
    try (CaptureWorker worker = scene.worker(slow, Clock.systemUTC(), "a")) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> worker.links(Condition.OK) == hosts * links);
      assertThat(worker.idle()).isFalse();
    }
    LOG.atInfo().log("640 links of 64 slow hosts took {} ms", millisSince(start));

    // Then
    assertThat(most).hasValueLessThanOrEqualTo(2);
  }

  @Test
  void shouldLoadThousandsOfKnownLinksSoon() {
    // Given
    int links = 5000;
    Fetcher quick = request -> CaptureScene.page(request, "<p>quick");
    for (int link = 0; link < links; link++) {
      scene.ask("open-project:" + link + "|page", "https://one.example/" + link);
    }
    scene.flush();
    long start = System.nanoTime();
    try (CaptureWorker worker = scene.worker(quick, Clock.systemUTC(), "a")) {
      await().atMost(Duration.ofSeconds(60)).until(() -> worker.links(Condition.OK) == links);
      await().atMost(CaptureScene.SOON).until(worker::idle);
    }
    LOG.atInfo().log("5,000 links were answered in {} ms", millisSince(start));
    AtomicInteger again = new AtomicInteger();

    // When
    long restart = System.nanoTime();
    try (CaptureWorker worker =
        scene.worker(
            request -> {
              again.incrementAndGet();
              return new Fetched.Gone("asked again");
            },
            Clock.systemUTC(),
            "a")) {
      await().atMost(Duration.ofSeconds(20)).until(() -> worker.links(Condition.OK) == links);
      await().atMost(CaptureScene.SOON).until(worker::idle);
    }
    LOG.atInfo().log("5,000 links were loaded in {} ms", millisSince(restart));

    // Then
    assertThat(again).hasValue(0);
  }

  private void pass(Duration span) {
    try {
      var unused = never.await(span.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
