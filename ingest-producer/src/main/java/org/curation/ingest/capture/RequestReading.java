package org.curation.ingest.capture;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.curation.model.CaptureRequest;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.JsonSerde;
import org.curation.service.DeadLetter;

/** What a record of {@code curation.capture-requests} says. Pure. */
sealed interface RequestReading {
  /** Most bytes of a request; its URL comes back in answers, which have a limit too. */
  int MOST_BYTES = 1024 * 1024;

  JsonSerde<CaptureRequest> REQUESTS = JsonSerde.of(CaptureRequest.class);

  /** Something is wanted. */
  record Wanted(Link link) implements RequestReading {}

  /** Something is wanted no longer. */
  record Withdrawn(String key) implements RequestReading {}

  /** It can't be read. */
  record Unreadable(DeadLetter letter) implements RequestReading {}

  /** Reads a record. */
  static RequestReading of(ConsumerRecord<byte[], byte[]> message) {
    if (message.key() == null) {
      return unreadable(message, "not-a-record", "it has no key, so nothing says what is meant");
    }
    String key = new String(message.key(), StandardCharsets.UTF_8);
    if (message.value() == null) {
      return new Withdrawn(key);
    }
    if (message.value().length > MOST_BYTES) {
      return unreadable(
          message,
          "too-large",
          "it takes %d bytes, at most %d are allowed"
              .formatted(message.value().length, MOST_BYTES));
    }
    CaptureRequest request;
    try {
      request = REQUESTS.read(message.value());
    } catch (SerializationException e) {
      return unreadable(message, "not-a-record", String.valueOf(e.getMessage()));
    }
    if (!key.equals(request.key().toString())) {
      return unreadable(
          message, "not-a-record", "its key is another than the one in its value; they must agree");
    }
    return new Wanted(
        new Link(
            request,
            new Link.Place(
                message.partition(),
                message.offset(),
                message.timestamp(),
                EventHeaders.read(message.headers(), EventHeaders.TRACE_PARENT))));
  }

  private static Unreadable unreadable(
      ConsumerRecord<byte[], byte[]> message, String reason, String problem) {
    String place =
        "%s, partition %d, offset %d"
            .formatted(message.topic(), message.partition(), message.offset());
    return new Unreadable(
        new DeadLetter(
            DeadLetterHeaders.letterId(
                "capture", message.topic(), message.partition(), message.offset()),
            "capture",
            reason,
            place + ": " + problem,
            place,
            message.key(),
            message.value() == null ? new byte[0] : message.value(),
            message.headers()));
  }
}
