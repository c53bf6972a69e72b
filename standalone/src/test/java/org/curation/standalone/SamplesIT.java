package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.curation.standalone.RunResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The repository's own samples, by the same rules as the seeds. */
class SamplesIT {
  @TempDir Path folder;

  @Test
  void shouldPublishTheSamplesAsExpected() throws Exception {
    // Given
    Path out = folder.resolve("site");
    RunRequest request =
        Runs.withSecret(
            Runs.request(Runs.SAMPLES, out), Runs.SAMPLES.resolve("webhook-secret.txt"));

    // When
    RunResult result = Runs.run(request);

    // Then
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.counts())
        .containsOnly(
            Map.entry(Outcome.CREATED, 15L),
            Map.entry(Outcome.DELETED, 2L),
            Map.entry(Outcome.DEAD_LETTERED, 1L));
    assertThat(result.ingest().rejected()).containsOnlyKeys("signature does not match");
    assertThat(result.letters()).extracting(OpenLetters.Letter::reason).containsExactly("no-lane");
    assertThat(Runs.documents(out)).isEqualTo(expected());
    assertThat(Runs.hashes(out).keySet().stream().filter(p -> p.endsWith(".jpeg"))).hasSize(13);
  }

  private static Map<String, String> expected() throws Exception {
    Path root = Runs.SAMPLES.resolve("expected");
    Map<String, String> expected = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        expected.put(
            root.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return expected;
  }
}
