package org.curation.service.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StageMetricsTest {
  @Test
  void shouldCountAndTimeUnderFixedNames() {
    try (ProgramMetrics metrics = new ProgramMetrics()) {
      // Given
      StageMetrics stage = metrics.stage("sink");

      // When
      stage.settled("created", 3);
      stage.deadLettered("image-missing");
      stage.took(Duration.ofMillis(20));
      stage.handedOn(Duration.ofSeconds(-5));

      // Then
      assertThat(metrics.text())
          .contains("curation_records_total{outcome=\"created\",stage=\"sink\"} 3.0")
          .contains("curation_dead_letters_total{reason=\"image-missing\",stage=\"sink\"} 1.0")
          .contains("curation_stage_duration_seconds_bucket{stage=\"sink\",le=\"0.05\"} 1")
          .contains("curation_end_to_end_latency_seconds_sum{stage=\"sink\"} 0.0")
          .contains("curation_build_info{version=")
          .contains("jvm_memory_used_bytes");
    }
  }

  @Test
  void shouldBoundReasonsThatNobodyKnows() {
    try (ProgramMetrics metrics = new ProgramMetrics()) {
      // Given
      StageMetrics stage = metrics.stage("enrich");

      // When
      for (int i = 0; i < 1000; i++) {
        stage.deadLettered("reason-" + i);
      }

      // Then
      assertThat(metrics.text().lines().filter(line -> line.startsWith("curation_dead_letters_")))
          .hasSizeLessThanOrEqualTo(StageMetrics.MOST_WORDS)
          .contains(
              "curation_dead_letters_total{reason=\"other\",stage=\"enrich\"} "
                  + (1000.0 - (StageMetrics.MOST_WORDS - 1)));
    }
  }
}
