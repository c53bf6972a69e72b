package org.curation.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services as a process of their own. */
class ServeIT {
  @Test
  void shouldPublishAndStopWithCodeZeroWhenToldTo(@TempDir Path folder) throws Exception {
    // Given
    try (ServedSamples served = ServedSamples.start(folder)) {

      // When
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> served.files(".md").size() == 15 && served.files(".jpeg").size() == 13);

      // Then
      assertThat(served.stop()).isZero();
    }
  }
}
