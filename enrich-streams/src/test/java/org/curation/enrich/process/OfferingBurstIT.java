package org.curation.enrich.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.curation.enrich.process.OfferingWorld.Lane;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A feed of thousands of offerings that are all in the one category of all documents. The figures
 * go to {@code target/offering-burst-….txt}.
 */
class OfferingBurstIT {
  private static final int OFFERINGS = Integer.getInteger("curation.burst.offerings", 2_000);
  private static final int CURATIONS = Integer.getInteger("curation.burst.curations", 300);

  /** How often the documents may be gone through: the burst may have pauses of its own. */
  private static final int MOST_PASSES = 6;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Lane.class,
      names = {"FIVE", "ALL"})
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void shouldGatherABurst(Lane lane) throws Exception {
    // Given
    OfferingWorld world = new OfferingWorld(7, List.of(lane), 1, 1);
    try (WorldOnBroker pipeline = new WorldOnBroker(world, folder, 2)) {
      pipeline.curate(CURATIONS);
      pipeline.awaitRight(1);

      // When
      long sent = System.nanoTime();
      pipeline.offer(OFFERINGS);
      int came = pipeline.awaitRight(1);

      // Then
      double took = (System.nanoTime() - sent) / 1e9;
      Files.writeString(
          Path.of("target", "offering-burst-" + lane + ".txt"),
          "%d changes touched %d curations, %d documents came, %.1f s with 3 s of quiet%n"
              .formatted(OFFERINGS, CURATIONS, came, took));
      assertThat(came).isLessThanOrEqualTo(MOST_PASSES * CURATIONS);
    }
  }
}
