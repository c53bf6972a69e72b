package org.curation.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.curation.service.KafkaConnection;

/**
 * Whether a consumer group has read all committed records of its topics. Offsets alone can't tell:
 * the end of a transaction is an offset too, and no group ever commits a position behind one that
 * comes last. So where offsets differ, what lies between is looked at.
 */
final class GroupLag implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final long TIMEOUT_SECONDS = 30;
  private static final int FETCH_BYTES = 64 * 1024;

  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> reader;

  GroupLag(KafkaConnection connection) {
    admin = Admin.create(connection.common("curation-lag"));
    Map<String, Object> config = connection.consumer("curation-lag");
    // Whether a record is there is known at once; waiting for one would only delay the answer.
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5);
    // One record answers the question; a backlog of megabytes needn't be fetched at each look.
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
    reader = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** The {@code read_committed} ends of all partitions of some topics. */
  Map<TopicPartition, Long> ends(List<String> topics)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    for (TopicDescription topic : describe(topics)) {
      topic
          .partitions()
          .forEach(
              partition ->
                  wanted.put(
                      new TopicPartition(topic.name(), partition.partition()),
                      OffsetSpec.latest()));
    }
    return admin
        .listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
        .get()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  /** Whether a group has read every record below these ends. */
  boolean caughtUp(String group, Map<TopicPartition, Long> ends)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, Long> behind = new HashMap<>();
    ends.forEach(
        (partition, end) -> {
          OffsetAndMetadata at = committed.get(partition);
          long position = at == null ? 0 : at.offset();
          if (position < end) {
            behind.put(partition, position);
          }
        });
    return behind.isEmpty() || holdNoRecord(behind, ends);
  }

  private boolean holdNoRecord(Map<TopicPartition, Long> behind, Map<TopicPartition, Long> ends) {
    List<TopicPartition> partitions = new ArrayList<>(behind.keySet());
    reader.assign(partitions);
    behind.forEach(reader::seek);
    Map<TopicPartition, Long> beginnings = reader.beginningOffsets(partitions);
    behind.forEach(
        (partition, position) ->
            reader.seek(partition, Math.max(position, beginnings.getOrDefault(partition, 0L))));
    long deadline = System.nanoTime() + LOOK.toNanos();
    while (partitions.stream().anyMatch(p -> reader.position(p) < ends.getOrDefault(p, 0L))) {
      if (!reader.poll(POLL).isEmpty() || System.nanoTime() > deadline) {
        return false;
      }
    }
    return true;
  }

  private List<TopicDescription> describe(List<String> topics)
      throws InterruptedException, ExecutionException {
    return List.copyOf(admin.describeTopics(topics).allTopicNames().get().values());
  }

  @Override
  public void close() {
    reader.close();
    admin.close();
  }
}
