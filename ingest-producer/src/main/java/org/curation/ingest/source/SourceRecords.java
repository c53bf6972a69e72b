package org.curation.ingest.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.curation.model.CanonicalJson;
import org.curation.model.Checkpoint;
import org.curation.model.Identity;
import org.curation.model.Offering;
import org.curation.model.RawCuration;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.Json;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;
import org.curation.service.DeadLetter;
import org.jspecify.annotations.Nullable;

/** Turns what sources tell into Kafka records with CloudEvents headers. Pure but for trace ids. */
final class SourceRecords {
  /** What a record may hold beside its value. */
  static final int OVERHEAD_BYTES = 64 * 1024;

  private static final String SOURCE = "/ingest-producer";
  private static final int HASH_CHARS = 16;
  private static final JsonSerde<RawCuration> RAW = JsonSerde.of(RawCuration.class);
  private static final JsonSerde<Offering> OFFERING = JsonSerde.of(Offering.class);
  private static final JsonSerde<Checkpoint> CHECKPOINT = JsonSerde.of(Checkpoint.class);
  private static final JsonSerde<Identity> IDENTITY = JsonSerde.of(Identity.class);

  private SourceRecords() {}

  static ProducerRecord<String, byte[]> curation(RawCuration raw) {
    String key = raw.id().toString();
    return event(Topics.RAW, key, eventId(raw), raw.receivedAt(), RAW.write(raw));
  }

  static ProducerRecord<String, byte[]> offering(
      long offeringId, @Nullable Offering offering, Instant now) {
    String key = Long.toString(offeringId);
    byte[] value = offering == null ? null : OFFERING.write(offering);
    String id = key + "/" + hash(value == null ? new byte[0] : value);
    return event(Topics.OFFERINGS, key, id, now, value);
  }

  /** Timestamp 0, so that enrichment takes identities in before the curations they are about. */
  static ProducerRecord<String, byte[]> identity(Identity identity) {
    byte[] value = IDENTITY.write(identity);
    String key = identity.id().toString();
    return event(Topics.IDENTITIES, key, key + "/" + hash(value), Instant.EPOCH, value);
  }

  static ProducerRecord<String, byte[]> checkpoint(Checkpoint checkpoint) {
    byte[] value = CHECKPOINT.write(checkpoint);
    String key = checkpoint.source();
    return event(Topics.CHECKPOINTS, key, key + "/" + hash(value), checkpoint.savedAt(), value);
  }

  /** The letter for a record that is larger than its topic takes. */
  static DeadLetter tooLarge(ProducerRecord<String, byte[]> message, String origin) {
    return new DeadLetter(
        "ingest/%s/%s"
            .formatted(message.topic(), EventHeaders.read(message.headers(), EventHeaders.ID)),
        "ingest",
        "too-large",
        "%s from %s takes %d bytes as a record, at most %d are allowed. Shorten it in its source."
            .formatted(message.key(), origin, bytes(message), Topics.RECORD_BYTES),
        origin,
        message.key().getBytes(StandardCharsets.UTF_8),
        message.value());
  }

  /** A letter that fits its topic: a longer value is cut, and the message says so. */
  static DeadLetter fitting(DeadLetter letter) {
    int keyBytes = letter.key() == null ? 0 : letter.key().length;
    int room = Math.max(0, Topics.LARGE_RECORD_BYTES - OVERHEAD_BYTES - keyBytes);
    if (letter.value().length <= room) {
      return letter;
    }
    return new DeadLetter(
        letter.letterId(),
        letter.stage(),
        letter.reason(),
        "Only the first %d of %d bytes are kept here. %s"
            .formatted(room, letter.value().length, letter.message()),
        letter.origin(),
        letter.key(),
        Arrays.copyOf(letter.value(), room));
  }

  /** An upper bound of what a record takes on the wire before compression. */
  static long bytes(ProducerRecord<String, byte[]> message) {
    int perPart = 16;
    long sum = 128L + message.key().getBytes(StandardCharsets.UTF_8).length;
    sum += message.value() == null ? 0 : message.value().length;
    for (Header header : message.headers()) {
      sum += perPart + header.key().length() + header.value().length;
    }
    return sum;
  }

  private static ProducerRecord<String, byte[]> event(
      TopicSpec<?> spec, String key, String eventId, Instant time, byte @Nullable [] value) {
    RecordHeaders headers = new RecordHeaders();
    EventHeaders.write(headers, eventId, SOURCE, spec, key, time, null);
    return new ProducerRecord<>(spec.name(), null, time.toEpochMilli(), key, value, headers);
  }

  private static String eventId(RawCuration raw) {
    ObjectNode told = Json.mapper().createObjectNode();
    told.set("payload", raw.payload());
    told.set("context", Json.mapper().valueToTree(raw.context()));
    return "%s/%s/%s/%s"
        .formatted(
            raw.id(),
            raw.version(),
            raw.event(),
            CanonicalJson.sha256(told).substring(0, HASH_CHARS));
  }

  private static String hash(byte[] bytes) {
    return CanonicalJson.sha256(bytes).substring(0, HASH_CHARS);
  }
}
