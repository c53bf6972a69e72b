package org.curation.standalone;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.jspecify.annotations.Nullable;

/** The dead letters that nobody has decided on. */
final class OpenLetters {
  /**
   * One letter, without its bytes.
   *
   * @param key of the original record; empty when it had none
   * @param partition of {@code curation.dead-letters} that holds it
   */
  record Letter(
      String id,
      String stage,
      String reason,
      String message,
      String origin,
      String key,
      int partition,
      long offset) {}

  private OpenLetters() {}

  /** Reads all of them, in the order of their ids. */
  static List<Letter> read(KafkaConnection connection) {
    Map<String, Letter> open = new TreeMap<>();
    new TopicReader(connection)
        .read(
            Topics.DEAD_LETTERS.name(),
            Map.of(),
            message -> {
              if (message.value() == null || header(message, DeadLetterHeaders.DECISION) != null) {
                open.remove(message.key());
              } else {
                open.put(message.key(), letter(message));
              }
            });
    return List.copyOf(open.values());
  }

  private static Letter letter(ConsumerRecord<String, byte[]> message) {
    return new Letter(
        message.key(),
        orUnknown(header(message, DeadLetterHeaders.STAGE)),
        orUnknown(header(message, DeadLetterHeaders.REASON)),
        orUnknown(header(message, DeadLetterHeaders.MESSAGE)),
        orUnknown(header(message, DeadLetterHeaders.ORIGIN)),
        String.valueOf(header(message, DeadLetterHeaders.ORIGINAL_KEY)),
        message.partition(),
        message.offset());
  }

  private static @Nullable String header(ConsumerRecord<String, byte[]> message, String name) {
    return EventHeaders.read(message.headers(), name);
  }

  private static String orUnknown(@Nullable String text) {
    return text == null ? "unknown" : text;
  }
}
