package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The specification by example: the raw fixtures give the published seeds, through real topics. */
class SeedConformanceIT {
  private static final Path FIXTURES = Runs.SHARED.resolve("fixtures");
  private static final Path SEEDS = Runs.SHARED.resolve("seeds");

  @TempDir Path folder;

  @BeforeEach
  void requireSeeds() {
    assumeTrue(
        Files.isDirectory(SEEDS) && Files.isDirectory(FIXTURES),
        "the seeds are not beside the project; SamplesIT asserts the same rules");
  }

  @Test
  void shouldPublishTheSeedsAndThenChangeNothing() throws Exception {
    // Given
    Path out = folder.resolve("site");
    RunRequest request =
        Runs.withSecret(Runs.request(FIXTURES, out), Runs.secret(folder, "test-secret"));

    // When
    RunResult result = Runs.run(request);
    Map<String, String> hashes = Runs.hashes(out);
    Map<String, String> times = Runs.times(out);
    RunResult again = Runs.run(request);
    Map<String, String> timesAgain = Runs.times(out);
    RunResult fresh = Runs.run(Runs.withData(request, folder.resolve("fresh")));

    // Then
    assertThat(result.exitCode()).isZero();
    assertThat(result.counts()).containsExactly(Map.entry(RunResult.Outcome.CREATED, 5L));
    assertThat(Runs.documents(out).values())
        .hasSize(5)
        .contains(seed("000"), seed("001"), seed("003"), seed("004"));
    assertThat(again.counts()).containsExactly(Map.entry(RunResult.Outcome.UNCHANGED, 5L));
    assertThat(fresh.counts()).containsExactly(Map.entry(RunResult.Outcome.UNCHANGED, 5L));
    assertThat(Runs.hashes(out)).isEqualTo(hashes);
    assertThat(timesAgain).isEqualTo(times);
    assertThat(Runs.times(out)).isEqualTo(times);
  }

  @Test
  void shouldPublishTheImportedSeedUnderItsOldName() throws Exception {
    // Given
    Path published = folder.resolve("published");
    Runs.write(published.resolve("002.txt"), seed("002"));
    Path out = folder.resolve("site");
    RunRequest request =
        Runs.withPublished(
            Runs.withSecret(Runs.request(FIXTURES, out), Runs.secret(folder, "test-secret")),
            published);

    // When
    RunResult result = Runs.run(request);

    // Then
    assertThat(result.exitCode()).isZero();
    assertThat(Runs.documents(out)).hasSize(5);
    String document = Runs.documentWith(out, "\nid: 7891\n");
    assertThat(flat("", frontMatter(document))).isEqualTo(flat("", frontMatter(seed("002"))));
    assertThat(body(document)).isEqualTo(body(seed("002")));
  }

  /** Every value with its path, in the order of the file, so that order counts at every level. */
  private static List<String> flat(String path, Object value) {
    List<String> flat = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, child) -> flat.addAll(flat(path + "/" + key, child)));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        flat.addAll(flat(path + "/" + i, list.get(i)));
      }
    } else {
      flat.add(path + " = " + (value == null ? "null" : value.getClass().getName() + " " + value));
    }
    return flat;
  }

  private static LinkedHashMap<String, Object> frontMatter(String document) {
    int end = document.indexOf("\n---\n", 4);
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(document.substring(4, end + 1));
  }

  private static String body(String document) {
    return document.substring(document.indexOf("\n---\n", 4) + 5);
  }

  private static String seed(String number) throws IOException {
    try (Stream<Path> seeds = Files.list(SEEDS)) {
      Path file =
          seeds
              .filter(f -> f.getFileName().toString().startsWith(number))
              .findFirst()
              .orElseThrow();
      return Files.readString(file, StandardCharsets.UTF_8);
    }
  }
}
