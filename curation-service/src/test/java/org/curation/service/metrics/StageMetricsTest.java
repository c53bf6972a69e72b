package org.curation.service.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

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

  /** A binder looks again when a client has new metrics; what is there must be found then. */
  @Test
  void shouldRegisterWhatClientsMeasureOnce() {
    // Given
    Logger logger = (Logger) LoggerFactory.getLogger(MeterRegistry.class);
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    logger.addAppender(said);
    logger.setLevel(Level.DEBUG);
    try (ProgramMetrics metrics = new ProgramMetrics();
        Producer<byte[], byte[]> producer = producer("one");
        Producer<byte[], byte[]> other = producer("two")) {
      StageMetrics stage = metrics.stage("ingest");

      // When
      try (StageObserver.Watch first = stage.watch(producer);
          StageObserver.Watch second = stage.watch(other);
          StageObserver.Watch again = stage.watch(producer);
          StageObserver.Watch againOther = stage.watch(other)) {
        assertThat(second).isNotSameAs(againOther);
        assertThat(first).isNotSameAs(again);

        // Then
        assertThat(said.list).extracting(ILoggingEvent::getFormattedMessage).isEmpty();
        assertThat(metrics.text())
            .contains("kafka_producer_connection_number{")
            .doesNotContain("kafka_producer_connection_count");
      }
    } finally {
      logger.detachAppender(said);
      logger.setLevel(null);
    }
  }

  private static Producer<byte[], byte[]> producer(String clientId) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", "127.0.0.1:1", "client.id", clientId),
        new ByteArraySerializer(),
        new ByteArraySerializer());
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
