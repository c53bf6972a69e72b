package org.curation.service.letters;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.curation.service.KafkaConnection;
import org.curation.service.UserError;

/**
 * Reads committed records of some partitions up to where they end. The end is that of all records,
 * not of the committed ones: a transaction that is open when the reading begins is waited for, so
 * that what was committed behind it is not missed. For use by one thread.
 */
final class PartitionScan implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> consumer;

  PartitionScan(KafkaConnection connection) {
    this.admin = Admin.create(connection.common("curation-letters-admin"));
    Map<String, Object> config = connection.consumer("curation-letters-reader");
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
    this.consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * The partitions of a topic.
   *
   * @throws UserError when the topic does not exist
   */
  List<TopicPartition> partitions(String topic) {
    try {
      return Objects.requireNonNull(
              admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic))
          .partitions()
          .stream()
          .map(info -> new TopicPartition(topic, info.partition()))
          .toList();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        throw new UserError(
            "Topic %s does not exist on this cluster. Check the address, or create the topics: curate topics create"
                .formatted(topic),
            e);
      }
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** Where partitions end, with all that is not committed yet. */
  Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
    try {
      Map<TopicPartition, Long> ends = new HashMap<>();
      Map<TopicPartition, ListOffsetsResultInfo> found =
          admin
              .listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
              .all()
              .get();
      found.forEach((partition, info) -> ends.put(partition, info.offset()));
      return ends;
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /**
   * Reads partitions.
   *
   * @param from first offsets; partitions that are missing are read from their beginning
   * @param ends offsets to stop before; names the partitions
   */
  void read(
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> ends,
      Consumer<? super ConsumerRecord<byte[], byte[]>> each) {
    consumer.assign(ends.keySet());
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(ends.keySet());
    ends.keySet()
        .forEach(
            partition ->
                consumer.seek(
                    partition,
                    Math.max(
                        beginnings.getOrDefault(partition, 0L), from.getOrDefault(partition, 0L))));
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
        Long end = ends.get(new TopicPartition(message.topic(), message.partition()));
        if (end != null && message.offset() < end) {
          each.accept(message);
        }
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
    admin.close();
  }
}
