package org.curation.ingest.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.curation.model.topic.TopicSpec;
import org.curation.service.KafkaConnection;

/** Everything that a topic holds, committed only. */
public final class Topic {
  private Topic() {}

  public static <T> List<T> values(KafkaConnection connection, TopicSpec<T> topic) {
    List<T> values = new ArrayList<>();
    try (var reader = topic.serde().deserializer()) {
      for (byte[] each : values(connection, topic.name())) {
        values.add(reader.deserialize(topic.name(), each));
      }
    }
    return values;
  }

  public static List<byte[]> values(KafkaConnection connection, String topic) {
    List<byte[]> values = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            connection.consumer("test"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(entry -> values.add(entry.value()));
      }
    }
    return values;
  }
}
