package org.curation.sink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.curation.model.CurationId;
import org.curation.model.topic.Partitioning;
import org.curation.model.topic.Topics;
import org.curation.sink.Decoded.Incoming;
import org.curation.sink.store.PublishingStore;

/** What the topic already says of a curation, and the store does not know yet. */
final class Successors {
  private final PublishingStore store;
  private final LogScan log;
  private final Cluster cluster;

  Successors(PublishingStore store, LogScan log, Cluster cluster) {
    this.store = store;
    this.log = log;
    this.cluster = cluster;
  }

  /** The newest document of a curation behind the store's position; empty when there is none. */
  Optional<Incoming> of(CurationId id, Epoch epoch) throws IOException {
    String topic = Topics.DOCUMENTS.name();
    int number = Partitioning.forCuration(id, cluster.partitions(topic));
    TopicPartition partition = new TopicPartition(topic, number);
    long from = store.position(epoch.partition(number)).orElse(log.beginning(partition));
    byte[] key = id.toString().getBytes(StandardCharsets.UTF_8);
    AtomicReference<ConsumerRecord<byte[], byte[]>> last = new AtomicReference<>();
    log.first(
        partition,
        from,
        log.readableEnd(partition),
        each -> {
          if (Arrays.equals(each.key(), key)) {
            last.set(each);
          }
          return false;
        });
    return Optional.ofNullable(last.get())
        .map(DocumentDecoder::decode)
        .filter(Incoming.class::isInstance)
        .map(Incoming.class::cast);
  }
}
