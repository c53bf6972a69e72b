package org.curation.ingest.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
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
      // A commit returns before its marker can be read; what is behind the marker is waited for.
      Map<TopicPartition, ListOffsetsResultInfo> ends = ends(connection, partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue().offset())) {
        consumer.poll(Duration.ofMillis(100)).forEach(entry -> values.add(entry.value()));
      }
    }
    return values;
  }

  private static Map<TopicPartition, ListOffsetsResultInfo> ends(
      KafkaConnection connection, List<TopicPartition> partitions) {
    try (Admin admin = Admin.create(connection.common("test-ends"))) {
      return admin
          .listOffsets(
              partitions.stream()
                  .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
          .all()
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
