package org.curation.sink;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.curation.model.CurationId;
import org.curation.model.Document;

/** What a record of {@code curation.documents} turned out to be. */
sealed interface Decoded {
  /** The record as it was read. */
  ConsumerRecord<byte[], byte[]> source();

  /** A document. */
  record Incoming(ConsumerRecord<byte[], byte[]> source, Document document) implements Decoded {
    CurationId id() {
      return document.id();
    }

    /** Whether this one is to be taken when both are in one batch. */
    boolean newerThan(Incoming other) {
      int byVersion = document.version().compareTo(other.document.version());
      int newer =
          byVersion != 0 ? byVersion : Long.compare(document.revision(), other.document.revision());
      return newer > 0 || (newer == 0 && source.offset() > other.source.offset());
    }
  }

  /**
   * Nothing that can be published.
   *
   * @param reason stable code for the dead letter
   * @param message for people
   */
  record Undecodable(ConsumerRecord<byte[], byte[]> source, String reason, String message)
      implements Decoded {}
}
