package org.curation.service.letters;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Utils;
import org.curation.model.CurationId;
import org.curation.model.topic.Partitioning;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A record that goes back to where it came from.
 *
 * @param key as it was, byte by byte
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record Resend(TopicSpec<?> spec, int partition, byte @Nullable [] key, byte[] value) {
  /** What a record may need on the wire beside key, value and headers. */
  private static final int OVERHEAD_BYTES = 16 * 1024;

  /**
   * The partition that the topic's rule gives; where the rule can't be followed (no key, a key or
   * value that can't be read), the partition that the record was read from.
   */
  static Resend of(
      TopicSpec<?> spec, LetterAddress from, byte @Nullable [] key, byte[] value, int partitions) {
    return new Resend(spec, partition(spec, from, key, value, partitions), key, value);
  }

  /** Whether it surely fits its topic. */
  boolean fits() {
    return bytes() <= spec.maxBytes();
  }

  long bytes() {
    return (long) value.length + (key == null ? 0 : key.length) + OVERHEAD_BYTES;
  }

  private static int partition(
      TopicSpec<?> spec, LetterAddress from, byte @Nullable [] key, byte[] value, int partitions) {
    int former = Math.floorMod(from.partition(), partitions);
    if (key == null) {
      return former;
    }
    return switch (spec.partitioning()) {
      case KEY -> Utils.toPositive(Utils.murmur2(key)) % partitions;
      case BROADCAST, OWN -> former;
      case CURATION_ID -> {
        try {
          // Behind the bar comes a resource, a store or a claimed name.
          String id = new String(key, StandardCharsets.UTF_8).split("\\|", 2)[0];
          yield Partitioning.forCuration(CurationId.parse(id), partitions);
        } catch (IllegalArgumentException e) {
          yield former;
        }
      }
      case CLAIMED_NAME -> {
        try {
          var claim = Topics.CLAIMS.serde().deserializer().deserialize("", value);
          yield claim == null ? former : Partitioning.forClaim(claim.name(), partitions);
        } catch (SerializationException e) {
          yield former;
        }
      }
      case URL_HOST -> {
        try {
          var request = Topics.CAPTURE_REQUESTS.serde().deserializer().deserialize("", value);
          yield request == null ? former : Partitioning.forUrl(request.url(), partitions);
        } catch (SerializationException e) {
          yield former;
        }
      }
    };
  }
}
