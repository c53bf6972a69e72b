package org.curation.service.letters;

import java.util.Comparator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.curation.model.Document;
import org.curation.model.Version;
import org.curation.model.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * How new a record of a compacted topic is among those of its key: documents by version and
 * revision, everything else by its place in the log.
 *
 * @param version null for what is no document
 */
record Newness(@Nullable Version version, long revision, long offset) {
  private static final Version NONE = new Version(0, 0);

  /** By what it says, then by its place. What is no document is older than any that is one. */
  static final Comparator<Newness> ORDER =
      Comparator.comparing((Newness each) -> each.version() != null)
          .thenComparing(each -> each.version() == null ? NONE : each.version())
          .thenComparingLong(Newness::revision)
          .thenComparingLong(Newness::offset);

  static Newness of(ConsumerRecord<byte[], byte[]> message) {
    return of(message.topic(), message.value(), message.offset());
  }

  static Newness of(String topic, byte @Nullable [] value, long offset) {
    if (topic.equals(Topics.DOCUMENTS.name()) && value != null) {
      try {
        Document document = Topics.DOCUMENTS.serde().deserializer().deserialize(topic, value);
        if (document != null) {
          return new Newness(document.version(), document.revision(), offset);
        }
      } catch (SerializationException e) {
        return new Newness(null, 0, offset);
      }
    }
    return new Newness(null, 0, offset);
  }

  static Newness newer(Newness one, Newness other) {
    return ORDER.compare(one, other) >= 0 ? one : other;
  }

  /** Whether this says something newer, wherever the two are. */
  boolean overtakes(Newness other) {
    return ORDER.compare(
            new Newness(version, revision, 0), new Newness(other.version, other.revision, 0))
        > 0;
  }
}
