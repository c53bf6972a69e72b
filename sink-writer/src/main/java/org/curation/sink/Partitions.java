package org.curation.sink;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that this consumer has: fresh ones, paused until their start is found, and those
 * that are read. Used by the consumer's thread only.
 */
final class Partitions implements ConsumerRebalanceListener {
  private final Consumer<byte[], byte[]> consumer;
  private final Set<TopicPartition> fresh = new HashSet<>();
  private final Map<TopicPartition, CatchUp> read = new HashMap<>();

  Partitions(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    restart(partitions);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    partitions.forEach(this::forget);
  }

  /** Has the start of partitions looked for again. */
  void restart(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      forget(partition);
      fresh.add(partition);
      // Any place will do while it is paused; without one the consumer asks for the group's.
      consumer.seek(partition, 0);
    }
    consumer.pause(partitions);
  }

  void restartAll() {
    restart(List.copyOf(consumer.assignment()));
  }

  List<TopicPartition> fresh() {
    return List.copyOf(fresh);
  }

  /** Begins to read a partition, unless it was taken away meanwhile. */
  void begin(TopicPartition partition, Start start) {
    if (fresh.remove(partition)) {
      consumer.seek(partition, start.position());
      read.put(partition, start.catchUp());
      consumer.resume(List.of(partition));
    }
  }

  void pauseAll() {
    consumer.pause(consumer.assignment());
  }

  void resumeRead() {
    consumer.resume(read.keySet());
  }

  boolean isOvertaken(ConsumerRecord<byte[], byte[]> candidate) {
    CatchUp catchUp = read.get(new TopicPartition(candidate.topic(), candidate.partition()));
    return catchUp != null && catchUp.overtakes(candidate);
  }

  boolean isRead(TopicPartition partition) {
    return read.containsKey(partition);
  }

  /** Forgets what was caught up with. */
  void passed(Map<TopicPartition, Long> nextOffsets) {
    nextOffsets.forEach(
        (partition, offset) ->
            read.computeIfPresent(
                partition, (each, catchUp) -> offset >= catchUp.end() ? CatchUp.none() : catchUp));
  }

  private void forget(TopicPartition partition) {
    fresh.remove(partition);
    read.remove(partition);
  }
}
