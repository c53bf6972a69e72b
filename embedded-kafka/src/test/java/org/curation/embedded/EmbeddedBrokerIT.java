package org.curation.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.curation.service.TopicCreation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
  @Test
  void shouldKeepItsClusterAndRecordsAcrossARestart(@TempDir Path data) throws Exception {
    // Given
    String cluster;
    try (EmbeddedBroker broker = EmbeddedBroker.start(data)) {
      KafkaConnection connection = KafkaConnection.to(broker.bootstrapServers());
      cluster = clusterId(connection);
      try (Admin admin = Admin.create(connection.common("test"));
          KafkaProducer<byte[], byte[]> producer =
              new KafkaProducer<>(
                  connection.producer("test"),
                  new ByteArraySerializer(),
                  new ByteArraySerializer())) {
        new TopicCreation(admin).create(2, Optional.empty());
        producer
            .send(
                new ProducerRecord<>(
                    Topics.IMAGES.name(), 1, bytes("key"), new byte[7 * 1024 * 1024]))
            .get();
      }
    }

    // When
    try (EmbeddedBroker broker = EmbeddedBroker.start(data)) {
      KafkaConnection connection = KafkaConnection.to(broker.bootstrapServers());

      // Then
      assertThat(clusterId(connection)).isEqualTo(cluster);
      try (KafkaConsumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(
              connection.consumer("test"),
              new ByteArrayDeserializer(),
              new ByteArrayDeserializer())) {
        TopicPartition partition = new TopicPartition(Topics.IMAGES.name(), 1);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        var records = consumer.poll(Duration.ofSeconds(20));
        assertThat(records.count()).isEqualTo(1);
        assertThat(records.iterator().next().value()).hasSize(7 * 1024 * 1024);
      }
    }
  }

  private static String clusterId(KafkaConnection connection) throws Exception {
    try (Admin admin = Admin.create(connection.common("test"))) {
      return admin.describeCluster().clusterId().get();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
