package org.curation.enrich.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.curation.model.Document;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;

/** Reads documents as they are published, and keeps a number for what readers see of each. */
final class DocumentsSeen implements AutoCloseable {
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<Long, Long> latest = new HashMap<>();

  DocumentsSeen(KafkaConnection connection) {
    Map<String, Object> config = new HashMap<>(connection.common("documents-seen"));
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.DOCUMENTS.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** The numbers of the curations whose documents came, once for each document. */
  List<Long> poll(Duration atMost) {
    List<Long> numbers = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> message : consumer.poll(atMost)) {
      Document document =
          Topics.DOCUMENTS.serde().deserializer().deserialize(message.topic(), message.value());
      long number = Long.parseLong(document.id().sourceId());
      latest.put(number, fingerprint(RelatedOfferingsOracleTest.visible(document)));
      numbers.add(number);
    }
    return numbers;
  }

  /** What readers see by curation. */
  Map<Long, Long> latest() {
    return latest;
  }

  static long fingerprint(String visible) {
    long print = 7;
    for (int i = 0; i < visible.length(); i++) {
      print = print * 1_000_003 + visible.charAt(i);
    }
    return print;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
