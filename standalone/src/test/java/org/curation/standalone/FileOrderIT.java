package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The order of the files makes no difference. Three orders by default; the profile {@code long} has
 * fifty.
 */
class FileOrderIT {
  @TempDir Path folder;

  @Test
  void shouldGiveTheSameTreeForAnyOrderOfTheFiles() throws Exception {
    // Given
    Path fixtures = Runs.SHARED.resolve("fixtures");
    assumeTrue(Files.isDirectory(fixtures), "the fixtures are not beside the project");
    int orders = Integer.getInteger("curation.orders", 3);
    Path secret = Runs.secret(folder, "test-secret");
    Path first = folder.resolve("first");
    Runs.run(Runs.withSecret(Runs.request(fixtures, first), secret));
    Map<String, String> expected = Runs.hashes(first);
    assertThat(expected).hasSize(10);

    for (int seed = 1; seed <= orders; seed++) {
      // When
      Path out = folder.resolve("order-" + seed);
      Runs.run(Runs.shuffled(Runs.withSecret(Runs.request(fixtures, out), secret), seed));

      // Then
      assertThat(Runs.hashes(out)).as("order of seed " + seed).isEqualTo(expected);
    }
  }
}
