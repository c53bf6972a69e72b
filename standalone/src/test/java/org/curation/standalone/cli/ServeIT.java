package org.curation.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services as a process of their own. */
class ServeIT {
  @Test
  void shouldPublishAndStopWithCodeZeroWhenToldTo(@TempDir Path folder) throws Exception {
    // Given
    Path out = folder.resolve("site");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--from",
                "../samples",
                "--site",
                "../site",
                "--webhook-secret-file",
                "../samples/webhook-secret.txt",
                "--out",
                out.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).startsWith("Serving. Kafka: 127.0.0.1:");

      // When
      await().atMost(Duration.ofSeconds(60)).until(() -> documents(out) == 14 && images(out) == 11);
      process.destroy();

      // Then
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  private static long documents(Path out) throws IOException {
    return count(out, ".md");
  }

  private static long images(Path out) throws IOException {
    return count(out, ".jpeg");
  }

  private static long count(Path out, String ending) throws IOException {
    if (!Files.exists(out)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(out)) {
      return files.filter(file -> file.toString().endsWith(ending)).count();
    } catch (java.io.UncheckedIOException e) {
      // A folder went while it was looked at.
      return -1;
    }
  }
}
