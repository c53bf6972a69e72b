package org.curation.sink;

import java.time.Duration;
import java.util.ArrayList;
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
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that this consumer has: fresh ones, paused until their start is found, and those
 * that are read. Used by the consumer's thread only.
 */
final class Partitions implements ConsumerRebalanceListener {
  private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
  private static final Duration POSITION = Duration.ofMillis(100);

  private final Consumer<byte[], byte[]> consumer;
  private final Set<TopicPartition> fresh = new HashSet<>();
  private final Map<TopicPartition, CatchUp> read = new HashMap<>();
  private final Map<TopicPartition, Long> stored = new HashMap<>();

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
      stored.put(partition, start.position());
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

  /** Remembers what the store has, and forgets what was caught up with. */
  void stored(Map<TopicPartition, Long> nextOffsets) {
    nextOffsets.forEach(
        (partition, offset) -> {
          CatchUp catchUp = read.get(partition);
          if (catchUp != null) {
            stored.put(partition, offset);
            if (offset >= catchUp.end()) {
              read.put(partition, CatchUp.none());
            }
          }
        });
  }

  /** Positions that passed over markers of transactions, which come with no record. */
  Map<TopicPartition, Long> silentlyMoved() {
    Map<TopicPartition, Long> moved = new HashMap<>();
    for (TopicPartition partition : new ArrayList<>(read.keySet())) {
      try {
        long position = consumer.position(partition, POSITION);
        if (position > stored.getOrDefault(partition, Long.MAX_VALUE)) {
          moved.put(partition, position);
        }
      } catch (TimeoutException e) {
        // The leader is changing; the position is known again after a later poll.
        LOG.atDebug().log("no position of {} now", partition);
      }
    }
    return moved;
  }

  private void forget(TopicPartition partition) {
    fresh.remove(partition);
    read.remove(partition);
    stored.remove(partition);
  }
}
