package org.curation.sink;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.curation.model.Document;
import org.curation.model.Document.Asset;
import org.curation.sink.Decoded.Incoming;
import org.curation.sink.store.PublishingStore;

/** The images that a document needs and its store has not. */
final class DocumentImages {
  private final PublishingStore store;
  private final ImageLog images;
  private final LogScan log;
  private final Cluster cluster;

  DocumentImages(PublishingStore store, ImageLog images, LogScan log, Cluster cluster) {
    this.store = store;
    this.images = images;
    this.log = log;
    this.cluster = cluster;
  }

  /** What the search gave. */
  sealed interface Found {
    /** Bytes by asset name of what the store has not. */
    record Complete(Map<String, byte[]> bytes) implements Found {}

    /** An image is gone, but so is the document: a newer one follows in the log. */
    record Overtaken() implements Found {}

    /** An image is gone, and this is the document that is to be published. */
    record Missing(Asset asset) implements Found {}
  }

  Found find(Incoming incoming) throws IOException {
    Map<String, byte[]> bytes = new HashMap<>();
    if (incoming.document().state() == Document.State.UNPUBLISHED) {
      return new Found.Complete(bytes);
    }
    for (Asset asset : incoming.document().assets()) {
      if (!store.holds(incoming.id(), asset)) {
        Optional<byte[]> image = images.find(asset);
        if (image.isEmpty()) {
          return isOvertaken(incoming.source()) ? new Found.Overtaken() : new Found.Missing(asset);
        }
        bytes.put(asset.name(), image.get());
      }
    }
    return new Found.Complete(bytes);
  }

  private boolean isOvertaken(ConsumerRecord<byte[], byte[]> source) {
    TopicPartition partition = new TopicPartition(source.topic(), source.partition());
    return log.first(
            partition,
            source.offset() + 1,
            cluster.end(partition),
            later -> Arrays.equals(later.key(), source.key()))
        .isPresent();
  }
}
