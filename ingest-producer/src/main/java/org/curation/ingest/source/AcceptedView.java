package org.curation.ingest.source;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.curation.model.AcceptedCuration;
import org.curation.model.CurationId;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What enrichment has accepted, followed all the time: {@code curation.accepted} in memory. Some
 * tenths of a second behind. Safe for use by threads.
 */
public final class AcceptedView implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AcceptedView.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long PAUSE_MILLIS = 1000;

  private final KafkaConnection connection;
  private final Map<CurationId, AcceptedCuration> accepted = new ConcurrentHashMap<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch complete = new CountDownLatch(1);
  private final Thread thread = new Thread(this::follow, "accepted-view");
  private volatile @Nullable KafkaConsumer<byte[], byte[]> polling;

  /** A view that follows once it is started. */
  public AcceptedView(KafkaConnection connection) {
    this.connection = connection;
    thread.setDaemon(true);
  }

  /** Begins to follow. May be called once. */
  public void start() {
    thread.start();
  }

  /** Waits until everything that was there at the start is known; false when time is over first. */
  public boolean awaitComplete(Duration patience) throws InterruptedException {
    return complete.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What was accepted of an item; empty until {@link #awaitComplete} for items that are known. */
  public Optional<AcceptedCuration> find(CurationId id) {
    return Optional.ofNullable(accepted.get(id));
  }

  /** Everything at this moment. */
  public AcceptedIndex index() {
    return new AcceptedIndex(accepted);
  }

  @Override
  public void close() {
    stopping.countDown();
    KafkaConsumer<byte[], byte[]> consumer = polling;
    if (consumer != null) {
      consumer.wakeup();
    }
    try {
      if (thread.isAlive() && !thread.join(PATIENCE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() {
    while (stopping.getCount() > 0) {
      try (KafkaConsumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(
              connection.consumer("ingest-accepted-view"),
              new ByteArrayDeserializer(),
              new ByteArrayDeserializer())) {
        polling = consumer;
        read(consumer);
      } catch (WakeupException | InterruptException e) {
        return;
      } catch (KafkaException e) {
        LOG.atWarn().log("curation.accepted can't be followed, trying again: {}", e.toString());
        pause();
      } finally {
        polling = null;
      }
    }
  }

  private void read(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.ACCEPTED.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (stopping.getCount() > 0) {
      consumer.poll(POLL).forEach(this::take);
      if (complete.getCount() > 0
          && ends.entrySet().stream()
              .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
        complete.countDown();
      }
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> entry) {
    AcceptedIndex.read(entry)
        .ifPresent(
            read -> {
              if (read.value().isPresent()) {
                accepted.put(read.key(), read.value().get());
              } else {
                accepted.remove(read.key());
              }
            });
  }

  private void pause() {
    try {
      var unused = stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }
}
