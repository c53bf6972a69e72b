package org.curation.ingest.source;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.curation.model.Checkpoint;
import org.curation.model.topic.Topics;
import org.curation.service.AnotherInstance;
import org.curation.service.KafkaConnection;
import org.curation.service.metrics.StageObserver;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what one source tells together with how far it was read: both are committed in one
 * transaction, so a crash leaves both or neither. Transactions are short, at most {@value
 * #MOST_RECORDS} records each, because an open one hides everybody's later records from readers.
 *
 * <p>A second publisher of the same source fences the first. For one thread.
 */
public final class CheckpointedPublisher implements AutoCloseable {
  /** Most records of one transaction. */
  public static final int MOST_RECORDS = 200;

  private static final long MOST_BYTES = 16L * 1024 * 1024;

  private final KafkaConnection connection;
  private final String source;
  private final Clock clock;
  private final StageObserver observer;
  private final Supplier<Producer<String, byte[]>> producers;
  private @Nullable Producer<String, byte[]> producer;

  /**
   * A publisher for a source of this name; nothing is opened yet.
   *
   * @param source lower-case letters, digits and dashes; also the key of its checkpoint
   */
  public CheckpointedPublisher(
      KafkaConnection connection, String source, Clock clock, StageObserver observer) {
    this(
        connection,
        source,
        clock,
        observer,
        () ->
            new KafkaProducer<>(
                connection.transactionalProducer("ingest-" + source, "curation-ingest-" + source),
                new StringSerializer(),
                new ByteArraySerializer()));
  }

  CheckpointedPublisher(
      KafkaConnection connection,
      String source,
      Clock clock,
      StageObserver observer,
      Supplier<Producer<String, byte[]>> producers) {
    this.connection = connection;
    this.source = source;
    this.clock = clock;
    this.observer = observer;
    this.producers = producers;
  }

  /**
   * Ends what a predecessor left open, shuts it out, and tells how far the source was read.
   *
   * @throws KafkaException when the cluster does not answer
   */
  public Optional<Checkpoint> open() {
    producer();
    List<Checkpoint> newest = new ArrayList<>(1);
    try (var reader = Topics.CHECKPOINTS.serde().deserializer()) {
      TopicSnapshot.read(
          connection,
          Topics.CHECKPOINTS.name(),
          entry -> {
            Checkpoint read = reader.deserialize(entry.topic(), entry.value());
            if (read != null && read.source().equals(source)) {
              newest.clear();
              newest.add(read);
            }
          });
    }
    return newest.stream().findFirst();
  }

  /**
   * Publishes in order, and the checkpoint with the last of it. Several transactions when there is
   * much; each is committed before the next one begins.
   *
   * @param after how far the source was read when all of this is published; null when that stays
   * @throws PublishException when a transaction was not committed. What came before it is
   *     published; the checkpoint is not. The same can be published again: nothing is doubled
   */
  public void publish(List<? extends SourceItem> items, @Nullable Checkpoint after) {
    List<Outgoing> pending = new ArrayList<>();
    long bytes = 0;
    for (SourceItem item : items) {
      Outgoing outgoing = Outgoing.of(item, clock.instant());
      long size = outgoing.message() == null ? 0 : SourceRecords.bytes(outgoing.message());
      if (pending.size() >= MOST_RECORDS || (bytes + size > MOST_BYTES && !pending.isEmpty())) {
        commit(pending, null);
        pending = new ArrayList<>();
        bytes = 0;
      }
      pending.add(outgoing);
      bytes += size;
    }
    commit(pending, after);
  }

  /** Forgets the producer; the next call makes a new one. */
  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(1));
      producer = null;
    }
  }

  private void commit(List<Outgoing> batch, @Nullable Checkpoint after) {
    if (after != null || batch.stream().anyMatch(each -> each.message() != null)) {
      transaction(batch, after);
    }
    for (Outgoing each : batch) {
      observer.settled(each.outcome(), 1);
      if (each.letter() != null) {
        observer.deadLettered(each.letter().reason());
      }
    }
  }

  private void transaction(List<Outgoing> batch, @Nullable Checkpoint after) {
    try {
      Producer<String, byte[]> out = producer();
      out.beginTransaction();
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (Outgoing each : batch) {
        if (each.message() != null) {
          sent.add(out.send(each.message()));
        }
      }
      if (after != null) {
        FailPoint.reached("before-checkpoint", out);
        sent.add(out.send(SourceRecords.checkpoint(after)));
      }
      out.flush();
      for (Future<RecordMetadata> each : sent) {
        var unused = each.get();
      }
      out.commitTransaction();
    } catch (KafkaException | ExecutionException e) {
      // A new producer of the same id ends whatever this one left open, be it known or not.
      close();
      throw AnotherInstance.mayBe(e)
          ? PublishException.takenOver(source, e)
          : new PublishException(Topics.RAW.name(), e);
    } catch (InterruptedException e) {
      close();
      throw new InterruptException(e);
    }
  }

  private Producer<String, byte[]> producer() {
    if (producer != null) {
      return producer;
    }
    Producer<String, byte[]> fresh = producers.get();
    try {
      fresh.initTransactions();
    } catch (KafkaException e) {
      fresh.close(Duration.ZERO);
      throw e;
    }
    producer = fresh;
    return fresh;
  }
}
