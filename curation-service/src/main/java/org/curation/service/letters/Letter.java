package org.curation.service.letters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What one record of {@code curation.dead-letters} says, without its bytes.
 *
 * @param partition of {@code curation.dead-letters}
 * @param offset of {@code curation.dead-letters}
 * @param time when it failed, or when it was decided on
 * @param key of the original record as text; null when it had none
 * @param firstFailure of the first letter of the chain
 * @param redriveCount how often it has been sent back before
 * @param redriveOf the former letter; null when this is the first
 * @param decision null while the letter is open
 * @param bytes size of the original value
 */
public record Letter(
    String id,
    int partition,
    long offset,
    Instant time,
    String stage,
    String reason,
    String message,
    String origin,
    @Nullable String key,
    Instant firstFailure,
    int redriveCount,
    @Nullable String redriveOf,
    @Nullable Decision decision,
    int bytes) {

  /** Reads a record. What its headers don't say is "unknown". */
  static Letter of(ConsumerRecord<byte[], byte[]> message) {
    Headers headers = message.headers();
    Instant time = Instant.ofEpochMilli(Math.max(0, message.timestamp()));
    Instant first = DeadLetterHeaders.instant(headers, DeadLetterHeaders.FIRST_FAILURE);
    return new Letter(
        id(message),
        message.partition(),
        message.offset(),
        time,
        text(headers, DeadLetterHeaders.STAGE),
        text(headers, DeadLetterHeaders.REASON),
        text(headers, DeadLetterHeaders.MESSAGE),
        text(headers, DeadLetterHeaders.ORIGIN),
        EventHeaders.read(headers, DeadLetterHeaders.ORIGINAL_KEY),
        first == null ? time : first,
        DeadLetterHeaders.redriveCount(headers),
        DeadLetterHeaders.redriveOf(headers),
        Decision.of(headers),
        message.value() == null ? 0 : message.value().length);
  }

  static String id(ConsumerRecord<byte[], byte[]> message) {
    return message.key() == null ? "" : new String(message.key(), StandardCharsets.UTF_8);
  }

  private static String text(Headers headers, String name) {
    String text = EventHeaders.read(headers, name);
    return text == null ? "unknown" : text;
  }
}
