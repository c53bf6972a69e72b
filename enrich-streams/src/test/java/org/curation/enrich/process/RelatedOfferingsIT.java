package org.curation.enrich.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.curation.enrich.process.OfferingWorld.Curated;
import org.curation.enrich.process.OfferingWorld.Lane;
import org.curation.model.Offering;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes of offerings on a real broker with several partitions: each publishes exactly the
 * documents that an oracle names, each once, also when the service stops right after the change.
 * The figures go to {@code target/related-offerings.txt}. The profile {@code long} has 20,000
 * offerings and 100,000 curations. {@code -Dcuration.offerings.seed=…} replays.
 */
class RelatedOfferingsIT {
  private static final int OFFERINGS = Integer.getInteger("curation.offerings.offerings", 600);
  private static final int CURATIONS = Integer.getInteger("curation.offerings.curations", 2_000);
  private static final int CHANGES = 20;
  private static final int RESTART_AT = 10;
  private static final int PARTITIONS = 3;

  /** All documents of a small world are compared after loading, some of a large one. */
  private static final int COMPARED_EACH = 1 + CURATIONS / 10_000;

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration MOST = Duration.ofSeconds(60);
  private static final Duration QUIET = Duration.ofSeconds(3);

  @TempDir Path folder;

  private final List<String> figures = new ArrayList<>();
  private final long seed = Long.getLong("curation.offerings.seed", 20_261_125L);
  private final Random random = new Random(seed);
  private final OfferingWorld world =
      new OfferingWorld(
          seed,
          List.of(Lane.FIVE, Lane.STRICT, Lane.MERGED, Lane.NONE),
          Math.max(60, OFFERINGS / 10),
          3);

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void shouldPublishExactlyWhatTheOracleNames() throws Exception {
    // Given
    try (WorldOnBroker pipeline = new WorldOnBroker(world, folder, PARTITIONS)) {
      long began = System.nanoTime();
      pipeline.offer(OFFERINGS);
      pipeline.curate(CURATIONS);
      pipeline.awaitRight(COMPARED_EACH);
      figures.add("loaded %d curations in %.2f s".formatted(CURATIONS, seconds(began)));
      List<Double> times = new ArrayList<>();
      for (int i = 0; i < CHANGES; i++) {
        // When
        Change change = change();
        Map<Long, Long> expected = expected(change, pipeline.seen().latest());
        long sent = System.nanoTime();
        pipeline.send(change.id(), change.offering());
        if (i == RESTART_AT) {
          pipeline.restart();
        }

        // Then
        String what = "seed %d, change %d: %s".formatted(seed, i, change.what());
        awaitExactly(pipeline.seen(), expected, what);
        double took = seconds(sent);
        figures.add(
            "change %d, %s: %d documents of %d that share a category, in %.2f s"
                .formatted(i, change.what(), expected.size(), change.sharing().size(), took));
        if (i != RESTART_AT) {
          times.add(took);
        }
      }
      assertQuiet(pipeline.seen());
      times.sort(null);
      figures.add(
          "changes took %.2f s at the median, %.2f s at most"
              .formatted(times.get(times.size() / 2), times.get(times.size() - 1)));
      assertThat(times.get(times.size() / 2)).isLessThan(15);
    } finally {
      Files.write(Path.of("target", "related-offerings.txt"), figures);
    }
  }

  /**
   * A changed offering.
   *
   * @param offering null when it is withdrawn
   * @param sharing the curations that share a category with what it was or is
   */
  private record Change(String what, long id, @Nullable Offering offering, List<Curated> sharing) {}

  private Change change() {
    int kind = random.nextInt(3);
    long id = kind == 0 ? world.newOffering() : world.anyOffering();
    int[] before = world.categoriesOf(id);
    Offering offering = null;
    if (kind == 2) {
      world.withdraw(id);
    } else {
      offering = world.offer(id);
    }
    String what = List.of("added", "changed", "withdrawn").get(kind);
    return new Change(what, id, offering, world.sharing(id, before));
  }

  private Map<Long, Long> expected(Change change, Map<Long, Long> published) {
    Map<Long, Long> expected = new HashMap<>();
    for (Curated each : change.sharing()) {
      Long now = DocumentsSeen.fingerprint(world.visible(each));
      if (!now.equals(published.get(each.number()))) {
        expected.put(each.number(), now);
      }
    }
    return expected;
  }

  private static void awaitExactly(DocumentsSeen seen, Map<Long, Long> expected, String what) {
    TreeSet<Long> missing = new TreeSet<>(expected.keySet());
    long end = System.nanoTime() + MOST.toNanos();
    while (!missing.isEmpty()) {
      assertThat(System.nanoTime()).as("%s: still missing %s", what, missing).isLessThan(end);
      for (Long number : seen.poll(POLL)) {
        assertThat(missing.remove(number)).as("%s: %d came unasked", what, number).isTrue();
        assertThat(seen.latest().get(number)).as(what).isEqualTo(expected.get(number));
      }
    }
  }

  private static void assertQuiet(DocumentsSeen seen) {
    long end = System.nanoTime() + QUIET.toNanos();
    while (System.nanoTime() < end) {
      assertThat(seen.poll(POLL)).as("documents that no change asks for").isEmpty();
    }
  }

  private static double seconds(long since) {
    return Math.round((System.nanoTime() - since) / 1e7) / 100.0;
  }
}
