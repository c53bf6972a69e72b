package org.curation.service;

import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.OriginalBytes;
import org.curation.model.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * One input that a stage could not handle, ready to be sent.
 *
 * @param letterId key of the letter; equal for the same input, so that a repeat replaces it
 * @param stage {@code ingest}, {@code capture}, {@code enrich}, {@code sink}
 * @param reason stable code in lower case with dashes
 * @param message for people: the place, what was expected, what to do
 * @param origin the record or file that it is about
 * @param key of the original record; null when it had none
 * @param value the original bytes
 * @param source headers of the original record, which say whether it was redriven; null when it had
 *     none
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record DeadLetter(
    String letterId,
    String stage,
    String reason,
    String message,
    String origin,
    byte @Nullable [] key,
    byte[] value,
    @Nullable Headers source) {

  /** A letter about something that was no record. */
  public DeadLetter(
      String letterId,
      String stage,
      String reason,
      String message,
      String origin,
      byte @Nullable [] key,
      byte[] value) {
    this(letterId, stage, reason, message, origin, key, value, null);
  }

  /** The record for {@code curation.dead-letters}. */
  public ProducerRecord<String, byte[]> toRecord(Instant now) {
    RecordHeaders headers = new RecordHeaders();
    EventHeaders.write(headers, letterId, "/" + stage, Topics.DEAD_LETTERS, origin, now, null);
    DeadLetterHeaders.write(headers, stage, reason, message, origin, now);
    if (source != null) {
      DeadLetterHeaders.carryOver(source, headers);
    }
    byte[] kept = OriginalBytes.keep(headers, key, value);
    return new ProducerRecord<>(
        Topics.DEAD_LETTERS.name(), null, now.toEpochMilli(), letterId, kept, headers);
  }
}
