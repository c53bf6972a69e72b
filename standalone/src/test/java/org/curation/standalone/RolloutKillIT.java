package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.curation.standalone.cli.Main;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A changed site reaches documents whose records are in no folder any more, though the run that
 * rolls it out is killed; the end is what a fresh run comes to.
 */
class RolloutKillIT {
  private static final int RECORDS = Integer.getInteger("curation.rollout.records", 60);
  private static final int KILLS = Integer.getInteger("curation.rollout.kills", 1);

  /** Shares of the time that an undisturbed rollout takes. */
  private static final List<Double> KILLED_AT = List.of(0.7, 0.5, 0.85);

  private static final Duration LONGEST = Duration.ofMinutes(5);

  @TempDir Path folder;

  @Test
  void shouldEndAsAFreshRunOfTheNewSite() throws Exception {
    // Given a site whose records are gone but for one
    Path site = folder.resolve("configuration");
    Runs.copySite(site);
    Path from = folder.resolve("from");
    GeneratedRecords.write(from, 5, RECORDS);
    Path out = folder.resolve("site");
    Runs.run(Runs.withSite(Runs.request(from, out), site));
    Map<String, String> before = Runs.hashes(out);
    Path little = Files.createDirectories(folder.resolve("little"));
    WorkPackages.schema(little, 5);
    WorkPackages.workPackage(little, "one.json", 900_001, 2, "One More", 5, "medigy-care-team");
    Runs.run(Runs.withSite(Runs.request(little, out), site));

    // When
    change(site);
    Duration whole = started(site, little, folder.resolve("other"), null);
    for (double part : KILLED_AT.subList(0, KILLS)) {
      started(site, little, out, Duration.ofMillis((long) (part * whole.toMillis())));
    }
    started(site, little, out, null);

    // Then
    Path fresh = folder.resolve("fresh");
    Runs.run(Runs.withSite(Runs.request(from, fresh), site));
    Runs.run(Runs.withSite(Runs.request(little, fresh), site));
    Map<String, String> after = Runs.hashes(out);
    assertThat(after).isEqualTo(Runs.hashes(fresh)).isNotEqualTo(before);
    assertThat(Runs.documents(out).values()).allMatch(text -> text.contains("rolledOut: true"));

    // When the same site runs again, no file is touched
    Map<String, String> times = Runs.times(out);
    started(site, little, out, null);
    assertThat(Runs.times(out)).isEqualTo(times);
  }

  /** Runs in a process of its own, to its end or until it is killed; gives how long that took. */
  private Duration started(Path site, Path from, Path out, @Nullable Duration killedAfter)
      throws InterruptedException {
    Path log = RunRequest.beside(out, ".output");
    List<String> arguments =
        Stream.of("run", "--from", from, "--out", out, "--site", site)
            .map(Object::toString)
            .toList();
    try (CurateProcess run = CurateProcess.start(log, Main.class.getName(), arguments)) {
      if (killedAfter == null) {
        assertThat(run.end(LONGEST)).as(run::output).isIn(0, 3);
      } else {
        Awaitility.await()
            .atMost(LONGEST)
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofMillis(5))
            .until(() -> run.age().compareTo(killedAfter) > 0 || !run.isAlive());
        run.kill();
      }
      return run.age();
    }
  }

  private static void change(Path site) throws IOException {
    try (Stream<Path> files = Files.list(site.resolve("archetypes"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".md")).toList()) {
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("---\n", "---\nrolledOut: true\n"));
      }
    }
  }
}
