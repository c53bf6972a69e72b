package org.curation.ingest.capture;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jspecify.annotations.Nullable;

/**
 * Commits batches with a transactional producer. After a failure the producer is replaced: a new
 * one of the same id ends whatever transaction the old one left open, be it known or not.
 */
final class TransactionalSender implements AutoCloseable {
  private final Supplier<Producer<String, byte[]>> producers;
  private final Clock clock;
  private @Nullable Producer<String, byte[]> producer;

  TransactionalSender(Supplier<Producer<String, byte[]>> producers, Clock clock) {
    this.producers = producers;
    this.clock = clock;
  }

  /** Whether an error can't be mended by trying again. */
  static boolean isFatal(KafkaException e) {
    return e instanceof ProducerFencedException
        || e instanceof FencedInstanceIdException
        || e instanceof AuthenticationException
        || e instanceof AuthorizationException
        || e instanceof UnsupportedVersionException;
  }

  /** Makes sure that there is a producer and no open transaction of an earlier one. */
  Producer<String, byte[]> open() {
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

  /**
   * Commits a batch.
   *
   * @throws KafkaException when it could not, or when it is unknown whether it could
   */
  void commit(
      CaptureBatch batch,
      Map<TopicPartition, OffsetAndMetadata> offsets,
      ConsumerGroupMetadata group) {
    Producer<String, byte[]> current = open();
    try {
      new CaptureTransaction(current, clock).commit(batch, offsets, group);
    } catch (KafkaException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }
}
