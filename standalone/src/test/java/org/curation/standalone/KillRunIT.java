package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.curation.standalone.Moment.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of {@code curate run} at random moments, each followed by the same command. 300
 * records and three kills by default; the profile {@code long} has 5,000 and ten. A failure is
 * replayed with {@code -Dcuration.crash.seed=…}.
 */
class KillRunIT {
  private static final int DEAD_LETTERS_OPEN = 3;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  @TempDir Path folder;

  private final long seed = Long.getLong("curation.crash.seed", new Random().nextLong());
  private final int records = Integer.getInteger("curation.crash.records", 300);
  private final int kills = Integer.getInteger("curation.crash.kills", 3);
  private final Map<Progress, Long> whole = new EnumMap<>(Progress.class);

  @Test
  void shouldPublishEachRecordOnceHoweverOftenItIsKilled() throws Exception {
    // Given
    Random random = new Random(seed);
    Path from = folder.resolve("from");
    GeneratedRecords given = GeneratedRecords.write(from, seed, records);
    say("seed %d: %d records, %d documents", seed, given.records(), given.visible());
    Path undisturbed = folder.resolve("undisturbed");
    finish(from, undisturbed);
    check(given, undisturbed);

    // When
    Path out = folder.resolve("site");
    for (Moment moment : Moment.spread(random, kills)) {
      Moment next = moment;
      while (!killed(from, out, next)) {
        next = Moment.anyTime(random);
      }
    }
    finish(from, out);

    // Then
    check(given, out);
    assertThat(Runs.hashes(out)).as("seed " + seed).isEqualTo(Runs.hashes(undisturbed));
    Map<String, String> times = Runs.times(out);
    finish(from, out);
    assertThat(Runs.times(out)).as("seed " + seed).isEqualTo(times);
  }

  private void finish(Path from, Path out) throws InterruptedException {
    Path log = RunRequest.beside(out, ".output");
    try (CurateProcess run = CurateProcess.run(log, from, out)) {
      assertThat(run.end(LONGEST)).as(run::output).isEqualTo(DEAD_LETTERS_OPEN);
      say("%s: %.1f s", out.getFileName(), run.age().toMillis() / 1000.0);
      Moment.Reading reading = new Moment.Reading(out, run);
      for (Progress progress : Progress.values()) {
        whole.putIfAbsent(progress, reading.of(progress));
      }
    }
  }

  /** Kills a run at a moment; false when it ended before. */
  private boolean killed(Path from, Path out, Moment moment) throws InterruptedException {
    Path log = RunRequest.beside(out, ".output");
    try (CurateProcess run = CurateProcess.run(log, from, out)) {
      Moment.Reading reading = new Moment.Reading(out, run);
      Progress progress = moment.progress();
      long before = progress == Progress.TIME ? 0 : reading.of(progress);
      long threshold = moment.threshold(before, whole.get(progress));
      Awaitility.await()
          .atMost(LONGEST)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> reading.of(progress) >= threshold || !run.isAlive());
      if (!run.isAlive()) {
        assertThat(run.end(LONGEST)).as(run::output).isEqualTo(DEAD_LETTERS_OPEN);
        say("ended before %s", moment.text(run.age()));
        return false;
      }
      run.kill();
      say("killed: %s", moment.text(run.age()));
      return true;
    }
  }

  private void check(GeneratedRecords given, Path out) {
    List<String> broken;
    try (EmbeddedCluster cluster = EmbeddedCluster.start(RunRequest.beside(out, ".data"))) {
      broken =
          Invariants.broken(cluster.connection(), given, out, RunRequest.beside(out, ".ledger"));
    }
    assertThat(broken).as("seed %d, %s", seed, out.getFileName()).isEmpty();
  }

  private static void say(String text, Object... values) {
    System.err.println("[crash] " + text.formatted(values));
  }
}
