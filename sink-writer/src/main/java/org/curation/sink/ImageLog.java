package org.curation.sink;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.curation.model.CanonicalJson;
import org.curation.model.Document.Asset;
import org.curation.model.topic.Topics;

/** Image bytes out of {@code curation.images}. */
final class ImageLog {
  private final LogScan log;
  private final Cluster cluster;

  ImageLog(LogScan log, Cluster cluster) {
    this.log = log;
    this.cluster = cluster;
  }

  /**
   * The bytes of an asset: those at its position, or the same bytes under the same key further on
   * if compaction removed that record. Waits for transactions that are still open there.
   */
  Optional<byte[]> find(Asset asset) {
    TopicPartition partition =
        new TopicPartition(Topics.IMAGES.name(), asset.position().partition());
    long from = asset.position().offset();
    if (from < 0 || !cluster.has(partition)) {
      return Optional.empty();
    }
    byte[] key = asset.position().key().toString().getBytes(StandardCharsets.UTF_8);
    return log.first(
            partition, from, cluster.end(partition), candidate -> is(candidate, key, asset))
        .map(ConsumerRecord::value);
  }

  private static boolean is(ConsumerRecord<byte[], byte[]> candidate, byte[] key, Asset asset) {
    return Arrays.equals(candidate.key(), key)
        && candidate.value() != null
        && CanonicalJson.sha256(candidate.value()).equals(asset.sha256());
  }
}
