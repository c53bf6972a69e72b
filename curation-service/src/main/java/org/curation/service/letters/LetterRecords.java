package org.curation.service.letters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.Topics;
import org.jspecify.annotations.Nullable;

/** The records that decisions are made of. Pure but for trace ids. */
final class LetterRecords {
  private static final String SOURCE = "/dead-letters";
  private static final String OURS = "curation-";

  private LetterRecords() {}

  /**
   * The record that closes a letter: its headers, and the decision.
   *
   * @param value the original bytes where they would be lost otherwise, else none
   */
  static ProducerRecord<byte[], byte[]> decision(
      ConsumerRecord<byte[], byte[]> letter, Decision decision, byte[] value, Instant now) {
    String id = Letter.id(letter);
    RecordHeaders headers = new RecordHeaders();
    for (Header header : letter.headers()) {
      if (header.key().startsWith(OURS)) {
        headers.add(header);
      }
    }
    EventHeaders.write(
        headers,
        id + "/" + decision.what(),
        SOURCE,
        Topics.DEAD_LETTERS,
        id,
        now,
        EventHeaders.read(letter.headers(), EventHeaders.TRACE_PARENT));
    decision.write(headers);
    return new ProducerRecord<>(
        Topics.DEAD_LETTERS.name(), null, now.toEpochMilli(), letter.key(), value, headers);
  }

  /**
   * The record that goes back.
   *
   * @param as a record whose headers it keeps, for a newer one that is sent in the place of the
   *     letter's; null for the letter's own
   */
  static ProducerRecord<byte[], byte[]> redriven(
      Letter letter,
      ConsumerRecord<byte[], byte[]> source,
      Resend resend,
      @Nullable Headers as,
      Instant now) {
    RecordHeaders headers = new RecordHeaders();
    int count = letter.redriveCount() + 1;
    if (as == null) {
      byte @Nullable [] key = resend.key();
      EventHeaders.write(
          headers,
          letter.id() + "/redriven/" + count,
          SOURCE,
          resend.spec(),
          key == null ? letter.id() : new String(key, StandardCharsets.UTF_8),
          now,
          EventHeaders.read(source.headers(), EventHeaders.TRACE_PARENT));
    } else {
      as.forEach(headers::add);
    }
    EventHeaders.set(headers, DeadLetterHeaders.REDRIVE_COUNT, Integer.toString(count));
    EventHeaders.set(headers, DeadLetterHeaders.REDRIVE_OF, letter.id());
    EventHeaders.set(headers, DeadLetterHeaders.FIRST_FAILURE, letter.firstFailure().toString());
    return new ProducerRecord<>(
        resend.spec().name(),
        resend.partition(),
        now.toEpochMilli(),
        resend.key(),
        resend.value(),
        headers);
  }

  /** A record once more, as it was. */
  static ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> message, Instant now) {
    return new ProducerRecord<>(
        message.topic(),
        message.partition(),
        now.toEpochMilli(),
        message.key(),
        message.value(),
        message.headers());
  }
}
