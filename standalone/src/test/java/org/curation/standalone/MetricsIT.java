package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.curation.standalone.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsIT {
  @Test
  void shouldServeMetricsThatPromtoolAccepts(@TempDir Path folder) throws Exception {
    // Given
    assumeTrue(Promtool.isThere(), "promtool is not on the PATH; Debian has it in \"prometheus\"");
    try (ProgramProcess serve =
        ProgramProcess.start(
            Main.class,
            folder.resolve("log"),
            "serve",
            "--http-port",
            "0",
            "--from",
            "../samples",
            "--site",
            "../site",
            "--webhook-secret-file",
            "../samples/webhook-secret.txt",
            "--out",
            folder.resolve("site").toString())) {
      await().atMost(Duration.ofSeconds(90)).until(() -> serve.readiness() == 200);

      // When
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  serve
                      .get("/metrics")
                      .body()
                      .contains("curation_records_total{outcome=\"created\",stage=\"sink\"} 15.0"));
      String metrics = serve.get("/metrics").body();

      // Then
      assertThat(Promtool.complaints(metrics)).isEmpty();
      assertThat(metrics)
          .contains(
              "curation_records_total{outcome=\"published\",stage=\"ingest\"}",
              "curation_records_total{outcome=\"captured\",stage=\"capture\"}",
              "curation_dead_letters_total{reason=\"no-lane\",stage=\"enrich\"} 1.0",
              "curation_end_to_end_latency_seconds_bucket{stage=\"sink\",le=\"0.05\"}",
              "curation_consumer_lag_records{group=\"curation-sink-hugo\",topic=\"curation.documents\"}",
              "curation_streams_state{state=\"running\"} 1.0",
              "curation_rollout_tasks 0.0",
              "curation_rollout_curations_total 0.0",
              "curation_ready{check=\"broker\"} 1.0",
              "kafka_consumer_",
              "kafka_stream_",
              "jvm_memory_used_bytes");
      serve.terminate();
      assertThat(serve.exit()).isZero();
    }
  }
}
