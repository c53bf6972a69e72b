package org.curation.ingest.capture;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.curation.model.LinkHealth;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the worker's memory, {@code curation.link-health}, a step at a time, so that loading a
 * partition holds up no other. It ends where the log ends with all that is not committed yet: what
 * an earlier owner has under way is waited for. Belongs to one thread.
 */
final class HealthReading implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HealthReading.class);
  private static final JsonSerde<LinkHealth> HEALTH = JsonSerde.of(LinkHealth.class);
  private static final Duration POLL = Duration.ofMillis(20);

  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> ends = new HashMap<>();

  /** Takes what is read. */
  interface Reader {
    /** A link's health; null when it was forgotten. */
    void read(int partition, String key, @Nullable Known known);

    /** Everything of a partition was read. */
    void ended(int partition);
  }

  HealthReading(KafkaConnection connection, String name) {
    this.admin = Admin.create(connection.common(name + "-admin"));
    this.consumer =
        new KafkaConsumer<>(
            connection.consumer(name), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Begins to read partitions from their beginning. */
  void begin(Collection<Integer> partitions) {
    List<TopicPartition> fresh = partitions.stream().map(HealthReading::partition).toList();
    ends.putAll(endsOf(fresh));
    consumer.assign(ends.keySet());
    consumer.seekToBeginning(fresh);
  }

  /** Stops to read partitions. */
  void leave(Collection<Integer> partitions) {
    partitions.stream().map(HealthReading::partition).forEach(ends::remove);
    consumer.assign(ends.keySet());
  }

  boolean isReading() {
    return !ends.isEmpty();
  }

  /** Reads some, if there is something to read. */
  void step(Reader reader) {
    if (ends.isEmpty()) {
      return;
    }
    for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
      read(message, reader);
    }
    Set<TopicPartition> complete = new HashSet<>();
    ends.forEach(
        (partition, end) -> {
          if (consumer.position(partition) >= end) {
            complete.add(partition);
          }
        });
    if (!complete.isEmpty()) {
      ends.keySet().removeAll(complete);
      consumer.assign(ends.keySet());
      complete.forEach(partition -> reader.ended(partition.partition()));
    }
  }

  @Override
  public void close() {
    consumer.close();
    admin.close();
  }

  private static void read(ConsumerRecord<byte[], byte[]> message, Reader reader) {
    if (message.key() == null) {
      return;
    }
    String key = new String(message.key(), StandardCharsets.UTF_8);
    try {
      reader.read(
          message.partition(),
          key,
          message.value() == null ? null : Known.of(HEALTH.read(message.value())));
    } catch (SerializationException e) {
      // Nothing is lost by it: what is not known is fetched, and the entry replaced.
      LOG.atWarn()
          .addKeyValue("partition", message.partition())
          .addKeyValue("offset", message.offset())
          .log("an entry of curation.link-health can't be read: {}", e.getMessage());
      reader.read(message.partition(), key, null);
    }
  }

  private Map<TopicPartition, Long> endsOf(List<TopicPartition> partitions) {
    try {
      return admin
          .listOffsets(
              partitions.stream()
                  .collect(Collectors.toMap(partition -> partition, p -> OffsetSpec.latest())),
              new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
          .all()
          .get()
          .entrySet()
          .stream()
          .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static TopicPartition partition(int number) {
    return new TopicPartition(Topics.LINK_HEALTH.name(), number);
  }
}
