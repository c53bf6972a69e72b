package org.curation.standalone;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.curation.service.KafkaConnection;

/** Reads a topic from some offsets to where it ends now. */
final class TopicReader {
  private static final Duration POLL = Duration.ofMillis(20);

  private final KafkaConnection connection;

  TopicReader(KafkaConnection connection) {
    this.connection = connection;
  }

  /** Where a topic ends now, by partition. */
  Map<TopicPartition, Long> ends(String topic) {
    try (KafkaConsumer<String, byte[]> consumer = open()) {
      return consumer.endOffsets(partitions(consumer, topic));
    }
  }

  /**
   * Reads all committed records.
   *
   * @param from first offsets; partitions that are missing are read from their beginning
   */
  void read(
      String topic,
      Map<TopicPartition, Long> from,
      Consumer<? super ConsumerRecord<String, byte[]>> each) {
    try (KafkaConsumer<String, byte[]> consumer = open()) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
      for (TopicPartition partition : partitions) {
        long beginning = beginnings.getOrDefault(partition, 0L);
        consumer.seek(partition, Math.max(beginning, from.getOrDefault(partition, 0L)));
      }
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(POLL).forEach(each);
      }
    }
  }

  private KafkaConsumer<String, byte[]> open() {
    Map<String, Object> config = connection.consumer("curation-reader");
    // It reads to a known end and never waits for more.
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<String, byte[]> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }
}
