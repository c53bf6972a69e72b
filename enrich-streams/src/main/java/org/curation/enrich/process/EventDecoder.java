package org.curation.enrich.process;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.curation.enrich.state.CurationEvent;
import org.curation.enrich.state.Resource;
import org.curation.model.Capture;
import org.curation.model.ClaimResult;
import org.curation.model.CurationId;
import org.curation.model.Identity;
import org.curation.model.OfferingRound;
import org.curation.model.RawCuration;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Reads a record of an input topic as an event of one curation. Pure. */
final class EventDecoder {
  private EventDecoder() {}

  /** An event with the curation that it is about. */
  record Addressed(CurationId id, CurationEvent event) {}

  /**
   * Reads a record.
   *
   * @throws SerializationException when the value does not fit its topic
   * @throws IllegalArgumentException when key and value do not name the same curation
   */
  static Addressed decode(Input input, byte @Nullable [] value) {
    String key = key(input);
    if (value == null) {
      throw new IllegalArgumentException(
          "a record of %s must have a value; deletions are records too".formatted(input.topic()));
    }
    if (input.topic().equals(Topics.RAW.name())) {
      RawCuration raw = read(Topics.RAW, value);
      return new Addressed(same(key, raw.id()), new CurationEvent.Recorded(raw));
    }
    if (input.topic().equals(Topics.IDENTITIES.name())) {
      Identity identity = read(Topics.IDENTITIES, value);
      return new Addressed(same(key, identity.id()), new CurationEvent.Identified(identity));
    }
    if (input.topic().equals(Topics.CLAIM_RESULTS.name())) {
      ClaimResult result = read(Topics.CLAIM_RESULTS, value);
      return new Addressed(result.claimant(), new CurationEvent.ClaimAnswered(result));
    }
    Capture capture = read(Topics.CAPTURES, value);
    same(key, capture.key());
    return new Addressed(
        capture.key().id(),
        new CurationEvent.Captured(
            capture.key().resource(), capture.requestNumber(), Resource.Answer.of(capture)));
  }

  /** Reads a round. */
  static OfferingRound round(byte @Nullable [] value) {
    if (value == null) {
      throw new IllegalArgumentException("a round must have a value");
    }
    return read(Topics.OFFERING_ROUNDS, value);
  }

  static long offeringId(String key) {
    try {
      return Long.parseLong(key);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("offering key \"%s\" must be a number".formatted(key), e);
    }
  }

  private static <V> V read(TopicSpec<V> spec, byte[] value) {
    return spec.serde().deserializer().deserialize(spec.name(), value);
  }

  private static String key(Input input) {
    if (input.key() == null) {
      throw new IllegalArgumentException("a record of %s must have a key".formatted(input.topic()));
    }
    return new String(input.key(), StandardCharsets.UTF_8);
  }

  private static <T> T same(String key, T named) {
    if (!key.equals(named.toString())) {
      throw new IllegalArgumentException(
          "key \"%s\" and value \"%s\" name different things".formatted(key, named));
    }
    return named;
  }
}
