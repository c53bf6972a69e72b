package org.curation.sink;

import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.service.DeadLetter;

/** The dead letters of this stage. */
final class SinkLetters {
  static final String IMAGE_MISSING = "image-missing";

  private static final String STAGE = "sink";

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
}
