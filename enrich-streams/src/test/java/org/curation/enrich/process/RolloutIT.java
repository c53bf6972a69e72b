package org.curation.enrich.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.curation.enrich.process.OfferingWorld.Lane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A changed site on a real broker with several partitions: stopped in the middle, on another disk,
 * changed once more, and with offerings that come meanwhile. The figures go to {@code
 * target/rollout.txt}.
 */
class RolloutIT {
  private static final int CURATIONS = Integer.getInteger("curation.rollout.curations", 3_000);
  private static final Duration POLL = Duration.ofMillis(50);

  @TempDir Path folder;

  private int marks;
  private final List<String> figures = new ArrayList<>();
  private final OfferingWorld world =
      new OfferingWorld(
          20_261_125L, List.of(Lane.FIVE, Lane.STRICT, Lane.MERGED, Lane.NONE), 60, 3);

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void shouldComeToWhatTheNewestSiteSays() throws Exception {
    // Given
    try (WorldOnBroker pipeline = new WorldOnBroker(world, folder, 3)) {
      pipeline.offer(300);
      pipeline.curate(CURATIONS);
      pipeline.awaitRight(1);

      // When the site changes and the service stops in the middle, twice
      change(10);
      pipeline.restart();
      assertThat(some(pipeline)).isLessThan(CURATIONS);
      pipeline.restartElsewhere();
      assertThat(some(pipeline)).isLessThan(CURATIONS);
      change(10);
      pipeline.restart();
      pipeline.offer(20);

      // Then
      pipeline.awaitRight(1);

      // When one lane changes
      Map<Long, Long> before = new HashMap<>(pipeline.seen().latest());
      change(1);
      long began = System.nanoTime();
      pipeline.restart();
      int came = pipeline.awaitRight(1);

      // Then exactly its documents came, each once
      Map<Long, Long> after = new HashMap<>(pipeline.seen().latest());
      after.entrySet().removeAll(before.entrySet());
      figures.add(
          "%d of %d documents came within %.1f s, with 3 s of quiet"
              .formatted(came, CURATIONS, (System.nanoTime() - began) / 1e9));
      assertThat(came).isEqualTo(after.size()).isPositive();

      // When the site is the same
      pipeline.restart();
      await().atMost(Duration.ofSeconds(30)).until(pipeline::isIdle);

      // Then
      assertThat(pipeline.awaitRight(1)).isZero();
    } finally {
      Files.write(Path.of("target", "rollout.txt"), figures);
    }
  }

  /** Lanes change until their documents look different; no gate closes. */
  private void change(int lanes) {
    for (int i = 0; i < lanes; i++) {
      marks++;
      world.markLane("mark " + marks);
    }
  }

  /** How many documents came when the first came. */
  private static int some(WorldOnBroker pipeline) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    int came = 0;
    while (came == 0) {
      assertThat(System.nanoTime()).as("some within a minute").isLessThan(end);
      came = pipeline.seen().poll(POLL).size();
    }
    return came;
  }
}
