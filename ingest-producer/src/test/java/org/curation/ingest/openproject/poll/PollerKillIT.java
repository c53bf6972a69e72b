package org.curation.ingest.openproject.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class PollerKillIT {
  @Test
  void shouldLoseNothingWhenKilledBetweenRecordsAndCheckpoint()
      throws IOException, InterruptedException {
    try (PollerScene scene = new PollerScene()) {
      // Given
      scene.openProject.createMany(500, Instant.parse("2021-05-05T05:05:05Z"));

      // When
      Process child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Dcuration.fail-point=before-checkpoint",
                  "-cp",
                  System.getProperty("java.class.path"),
                  PollerChild.class.getName(),
                  scene.connection().bootstrapServers(),
                  scene.openProject.url().toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).as("the child was killed").isTrue();
      } finally {
        child.destroyForcibly();
      }

      // Then
      assertThat(child.exitValue()).isEqualTo(137);
      scene.start();
      scene.awaitEqual();
      assertThat(scene.raw()).as("records without their checkpoint don't count").hasSize(500);
      scene.restart(PollerScene.settings());
      scene.awaitEqual();
    }
  }
}
