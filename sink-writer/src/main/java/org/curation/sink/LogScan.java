package org.curation.sink;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Reads stretches of partitions, apart from any group. Not for use by several threads. */
final class LogScan {
  private static final Duration POLL = Duration.ofSeconds(1);

  private final Consumer<byte[], byte[]> consumer;
  private final Cluster cluster;
  private final Closing closing;

  /**
   * A scan.
   *
   * @param consumer of committed records, which this class alone uses
   */
  LogScan(Consumer<byte[], byte[]> consumer, Cluster cluster, Closing closing) {
    this.consumer = consumer;
    this.cluster = cluster;
    this.closing = closing;
  }

  /** The first offset that a partition still has. */
  long beginning(TopicPartition partition) {
    return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
  }

  /** The offset after the last readable record. */
  long readableEnd(TopicPartition partition) {
    return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
  }

  /**
   * The first record of a stretch that fits. Waits until the whole stretch can be read: until
   * transactions in it have ended, and through outages of the broker.
   *
   * @param from first offset; what is no longer there is passed over
   * @param to offset after the last
   * @throws GivenUpException when the sink closes while there is nothing to read
   */
  Optional<ConsumerRecord<byte[], byte[]>> first(
      TopicPartition partition,
      long from,
      long to,
      Predicate<ConsumerRecord<byte[], byte[]>> fits) {
    if (from >= to) {
      return Optional.empty();
    }
    consumer.assign(List.of(partition));
    consumer.seek(partition, from);
    while (consumer.position(partition) < to) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      if (records.isEmpty()) {
        closing.check("reading " + partition);
        if (cluster.end(partition) < to) {
          // The topic was created anew meanwhile: the rest of the stretch will never come.
          return Optional.empty();
        }
      }
      for (ConsumerRecord<byte[], byte[]> found : records.records(partition)) {
        if (found.offset() >= to) {
          return Optional.empty();
        }
        if (fits.test(found)) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }
}
