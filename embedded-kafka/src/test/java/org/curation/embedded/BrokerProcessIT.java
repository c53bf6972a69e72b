package org.curation.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.curation.embedded.testing.BrokerMain;
import org.curation.embedded.testing.BrokerProcess;
import org.curation.model.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker as a process of its own. */
class BrokerProcessIT {
  private static final TopicPartition PLACE = new TopicPartition(Topics.RAW.name(), 0);

  @TempDir Path data;

  @Test
  void shouldKeepItsPortAndItsRecordsWhenItIsKilledAndStopped() throws Exception {
    try (BrokerProcess broker = BrokerProcess.start(data)) {
      // Given
      broker.createTopics(1);
      String before = broker.bootstrapServers();
      try (KafkaProducer<String, String> producer =
          new KafkaProducer<>(
              broker.connection().producer("test"),
              new StringSerializer(),
              new StringSerializer())) {
        producer.send(new ProducerRecord<>(PLACE.topic(), "key", "first")).get();

        // When
        broker.kill9();
        assertThat(broker.isAlive()).isFalse();
        broker.restart();
        producer.send(new ProducerRecord<>(PLACE.topic(), "key", "second")).get();
      }
      broker.stop();
      broker.restart();

      // Then
      assertThat(broker.bootstrapServers()).isEqualTo(before);
      assertThat(values(broker)).containsExactly("first", "second");
    }
  }

  @Test
  void shouldReadItsCommandLine() {
    // Given / When / Then
    assertThat(BrokerMain.Arguments.parse(List.of("--data", "d", "--port", "9092")))
        .isEqualTo(new BrokerMain.Arguments(Path.of("d"), 9092));
    assertThat(BrokerMain.Arguments.parse(List.of())).isNull();
    assertThat(BrokerMain.Arguments.parse(List.of("--data", "d", "--port", "many"))).isNull();
    assertThat(BrokerMain.Arguments.parse(List.of("--data", "d", "--port", "0"))).isNull();
    assertThat(BrokerMain.Arguments.parse(List.of("--port", "1", "--data", "d"))).isNull();
  }

  private static List<String> values(BrokerProcess broker) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            broker.connection().consumer("test"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(PLACE));
      consumer.seekToBeginning(List.of(PLACE));
      long end = consumer.endOffsets(List.of(PLACE)).get(PLACE);
      List<String> values = new java.util.ArrayList<>();
      while (consumer.position(PLACE) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(each -> values.add(each.value()));
      }
      return values;
    }
  }
}
