package org.curation.sink;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.curation.model.topic.Topics;
import org.curation.sink.store.TopicPartitionIdentity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads {@code curation.documents} batch by batch until the sink closes. */
final class DocumentLoop {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentLoop.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration GROUP_COMMIT = Duration.ofSeconds(5);
  private static final String TOPIC = Topics.DOCUMENTS.name();

  private final Consumer<byte[], byte[]> consumer;
  private final Partitions partitions;
  private final PollWhileWorking working;
  private final Supplier<Epoch> present;
  private final Starts starts;
  private final Batches batches;
  private final Outages outages;
  private final Closing closing;
  private @Nullable Epoch epoch;
  private volatile boolean begun;

  /** Finds where the reading of a partition begins. */
  @FunctionalInterface
  interface Starts {
    Start find(TopicPartition partition, Epoch epoch) throws IOException;
  }

  /** Takes a batch to where it belongs. */
  @FunctionalInterface
  interface Batches {
    void write(Batch batch) throws InterruptedException;
  }

  /**
   * A loop.
   *
   * @param present the topic's present life, whenever asked
   */
  DocumentLoop(
      Consumer<byte[], byte[]> consumer,
      Partitions partitions,
      PollWhileWorking working,
      Supplier<Epoch> present,
      Starts starts,
      Batches batches,
      Outages outages,
      Closing closing) {
    this.consumer = consumer;
    this.partitions = partitions;
    this.working = working;
    this.present = present;
    this.starts = starts;
    this.batches = batches;
    this.outages = outages;
    this.closing = closing;
  }

  /** Runs until the sink closes; a batch in hand is finished first. */
  void run() throws InterruptedException {
    consumer.subscribe(List.of(TOPIC), partitions);
    while (!closing.wished()) {
      begin(partitions.fresh());
      try {
        take(consumer.poll(POLL));
      } catch (OffsetOutOfRangeException e) {
        LOG.atWarn().log("position is outside of the topic: {}", e.getMessage());
        partitions.restart(e.partitions());
      }
    }
  }

  private void begin(List<TopicPartition> fresh) throws InterruptedException {
    if (fresh.isEmpty()) {
      return;
    }
    Epoch now = working.await(this::askEpoch);
    if (epoch != null && !epoch.equals(now)) {
      LOG.atWarn().addKeyValue("topicId", now.topicId()).log("{} was created anew", TOPIC);
      partitions.restartAll();
    }
    epoch = now;
    Map<TopicPartition, Long> positions = new HashMap<>();
    for (TopicPartition partition : partitions.fresh()) {
      Start start =
          working.await(
              () -> outages.waitOut("looking for the start", () -> starts.find(partition, now)));
      partitions.begin(partition, start);
      positions.put(partition, start.position());
    }
    commitGroup(positions);
    begun = true;
  }

  /** Whether the group's offsets tell where the store is. Any thread may ask. */
  boolean begun() {
    return begun;
  }

  private void take(ConsumerRecords<byte[], byte[]> polled) throws InterruptedException {
    // Also partitions that only passed over the markers of transactions.
    Map<TopicPartition, Long> next = new HashMap<>();
    polled.nextOffsets().forEach((partition, offset) -> next.put(partition, offset.offset()));
    next.keySet().removeIf(partition -> !partitions.isRead(partition));
    if (next.isEmpty() || epoch == null) {
      return;
    }
    Batch batch = batch(epoch, polled, next);
    boolean written = working.await(() -> write(batch));
    if (written) {
      partitions.passed(next);
      commitGroup(next);
    } else {
      partitions.restartAll();
    }
  }

  private Batch batch(
      Epoch read, ConsumerRecords<byte[], byte[]> polled, Map<TopicPartition, Long> next) {
    List<ConsumerRecord<byte[], byte[]>> current = new ArrayList<>();
    List<ConsumerRecord<byte[], byte[]>> overtaken = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> each : polled) {
      (partitions.isOvertaken(each) ? overtaken : current).add(each);
    }
    Map<TopicPartitionIdentity, Long> positions = new HashMap<>();
    next.forEach(
        (partition, offset) -> positions.put(read.partition(partition.partition()), offset));
    return new Batch(read, current, overtaken, positions);
  }

  /** Gives false when the topic is no longer the one that the batch was read from. */
  private boolean write(Batch batch) throws InterruptedException {
    if (!askEpoch().equals(batch.epoch())) {
      return false;
    }
    batches.write(batch);
    return true;
  }

  private Epoch askEpoch() throws InterruptedException {
    return outages.waitOut("asking for the topic's id", present::get);
  }

  /** For tools that show a group's lag; the position that counts is in the store. */
  private void commitGroup(Map<TopicPartition, Long> positions) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    positions.forEach(
        (partition, offset) -> {
          if (partitions.isRead(partition)) {
            offsets.put(partition, new OffsetAndMetadata(offset));
          }
        });
    try {
      consumer.commitSync(offsets, GROUP_COMMIT);
    } catch (KafkaException e) {
      LOG.atWarn()
          .log("the group's offsets were not committed, lag will look too high: {}", e.toString());
    }
  }
}
