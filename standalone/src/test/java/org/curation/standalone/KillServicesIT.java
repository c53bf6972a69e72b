package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.curation.embedded.testing.BrokerProcess;
import org.curation.model.topic.Topics;
import org.curation.standalone.ServiceProcesses.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of one service at a time, and of the broker, while records flow. 300 records and
 * each process once by default; the profile {@code long} has 5,000 and each process twice. A
 * failure is replayed with {@code -Dcuration.crash.seed=…}.
 */
class KillServicesIT {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration MOMENT = Duration.ofSeconds(15);
  private static final int MOST_BYTES = 4_000;
  private static final String STORE = "hugo";

  @TempDir Path folder;

  private final long seed = Long.getLong("curation.crash.seed", new Random().nextLong());
  private final int records = Integer.getInteger("curation.crash.service-records", 300);
  private final int rounds = Integer.getInteger("curation.crash.rounds", 1);
  private final Random random = new Random(seed);

  /** Who is killed; the broker is nobody's program. */
  private record Victim(Optional<Program> program, String topic) {
    static final List<Victim> ALL =
        List.of(
            new Victim(Optional.of(Program.INGEST), Topics.RAW.name()),
            new Victim(Optional.of(Program.ENRICH), Topics.DOCUMENTS.name()),
            new Victim(Optional.of(Program.CAPTURE), Topics.CAPTURES.name()),
            new Victim(Optional.of(Program.SINK), Topics.PUBLICATIONS.name()),
            new Victim(Optional.empty(), Topics.DOCUMENTS.name()));

    String name() {
      return program.map(Program::name).orElse("BROKER");
    }
  }

  @Test
  void shouldPublishEachRecordOnceWhoeverIsKilled() throws Exception {
    // Given
    Path from = folder.resolve("from");
    Path staged = folder.resolve("staged");
    GeneratedRecords given = GeneratedRecords.write(staged, seed, records);
    say("seed %d: %d records, %d documents", seed, given.records(), given.visible());
    Path undisturbed = folder.resolve("undisturbed");
    Runs.run(Runs.request(staged, undisturbed));
    Arrivals arrivals = new Arrivals(staged, from);
    try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"));
        ServiceProcesses services =
            new ServiceProcesses(folder.resolve("services"), broker.bootstrapServers(), from)) {
      services.startAll();
      int kills = rounds * Victim.ALL.size();
      arrivals.next(kills + 1);
      BrokerLog log = new BrokerLog(folder.resolve("broker"));
      await().atMost(LONGEST).until(() -> log.bytes(Topics.PUBLICATIONS.name()) > 0);

      // When
      for (int round = 0; round < rounds; round++) {
        List<Victim> order = new ArrayList<>(Victim.ALL);
        java.util.Collections.shuffle(order, random);
        for (Victim victim : order) {
          arrivals.next(kills + 1);
          kill(victim, broker, services);
        }
      }

      // Then
      AtomicReference<List<String>> broken = new AtomicReference<>(List.of());
      try {
        await()
            .atMost(LONGEST)
            .pollInterval(Duration.ofSeconds(2))
            // The store is still at work: files that are listed go before they are read.
            .ignoreExceptionsInstanceOf(UncheckedIOException.class)
            .until(() -> look(broken, given, broker, services).isEmpty());
      } catch (org.awaitility.core.ConditionTimeoutException e) {
        assertThat(broken.get()).as("seed " + seed).isEmpty();
      }
      new AtRest(
              broker.connection(),
              List.of(AtRest.ENRICH, AtRest.CAPTURE, AtRest.sink(STORE)),
              () -> true,
              Optional::empty)
          .await();
      assertThat(look(broken, given, broker, services)).as("seed " + seed).isEmpty();
      assertThat(Runs.hashes(services.site()))
          .as("seed " + seed)
          .isEqualTo(Runs.hashes(undisturbed));
      assertThat(services.ended()).as("programs that ended by themselves").isEmpty();
      assertThat(services.stopAll().values()).containsOnly(0);
    }
  }

  private void kill(Victim victim, BrokerProcess broker, ServiceProcesses services)
      throws InterruptedException {
    BrokerLog log = new BrokerLog(folder.resolve("broker"));
    long wanted = log.bytes(victim.topic()) + 1 + random.nextInt(MOST_BYTES);
    long start = System.nanoTime();
    // A moment while it works; at the latest after a while, in case it has nothing to do.
    await()
        .atMost(LONGEST)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(
            () ->
                log.bytes(victim.topic()) >= wanted
                    || System.nanoTime() - start > MOMENT.toNanos());
    if (victim.program().isPresent()) {
      services.kill(victim.program().get());
      services.start(victim.program().get());
    } else {
      broker.kill9();
      broker.restart();
    }
    say(
        "killed %s after %.1f s: %s %s",
        victim.name(),
        (System.nanoTime() - start) / 1e9,
        victim.topic(),
        log.bytes(victim.topic()) >= wanted ? "grew" : "did not grow");
    for (Program ended : services.ended()) {
      say("%s ended by itself:\n%s", ended, services.output(ended));
      throw new AssertionError(ended + " ended by itself");
    }
  }

  private static List<String> look(
      AtomicReference<List<String>> broken,
      GeneratedRecords given,
      BrokerProcess broker,
      ServiceProcesses services) {
    Path ledger = RunRequest.beside(services.site(), ".ledger");
    broken.set(Invariants.broken(broker.connection(), given, services.site(), ledger));
    return broken.get();
  }

  private static void say(String text, Object... values) {
    System.err.println("[crash] " + text.formatted(values));
  }
}
