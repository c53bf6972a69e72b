package org.curation.sink;

import java.time.Clock;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.Topics;
import org.curation.service.DeadLetter;

/** The dead letters of this stage. */
final class SinkLetters {
  static final String IMAGE_MISSING = "image-missing";

  static final String STAGE = "sink";

  private static final String SOURCE = "/sink-writer";

  private final Clock clock;

  SinkLetters(Clock clock) {
    this.clock = clock;
  }

  /** A letter with a record's original bytes. */
  ProducerRecord<String, byte[]> letter(
      ConsumerRecord<byte[], byte[]> source, String reason, String message) {
    String id =
        DeadLetterHeaders.letterId(STAGE, source.topic(), source.partition(), source.offset());
    String origin =
        "%s partition %d offset %d".formatted(source.topic(), source.partition(), source.offset());
    byte[] value = source.value() == null ? new byte[0] : source.value();
    return new DeadLetter(id, STAGE, reason, message, origin, source.key(), value, source.headers())
        .toRecord(clock.instant());
  }

  /** Closes a letter: a later document of the same curation was written. */
  ProducerRecord<String, byte[]> settled(String letterId) {
    Instant now = clock.instant();
    RecordHeaders headers = new RecordHeaders();
    EventHeaders.write(
        headers, letterId + "/resolved", SOURCE, Topics.DEAD_LETTERS, letterId, now, null);
    EventHeaders.set(headers, DeadLetterHeaders.DECISION, DeadLetterHeaders.RESOLVED);
    EventHeaders.set(headers, DeadLetterHeaders.DECIDED_BY, "sink-writer");
    return new ProducerRecord<>(
        Topics.DEAD_LETTERS.name(), null, now.toEpochMilli(), letterId, new byte[0], headers);
  }
}
