package org.curation.standalone;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;

/**
 * Closes dead letters about files that could not be read once and were read now. A run reads its
 * whole directory and writes a letter anew for each file that is still broken; an older letter
 * about a file that is still there has been mended.
 */
final class MendedFiles {
  private static final String PREFIX = "ingest/file/";

  private final KafkaConnection connection;
  private final Path from;
  private final Map<TopicPartition, Long> before;

  /** Remembers where the dead letters end before the run. */
  MendedFiles(KafkaConnection connection, Path from) {
    this.connection = connection;
    this.from = from;
    this.before = new TopicReader(connection).ends(Topics.DEAD_LETTERS.name());
  }

  /** Closes what was mended. To be called when the run has read everything. */
  void resolve(Instant now) {
    List<OpenLetters.Letter> mended =
        OpenLetters.read(connection).stream().filter(this::isMended).toList();
    if (mended.isEmpty()) {
      return;
    }
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            connection.producer("curation-mended"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      mended.forEach(letter -> producer.send(decision(letter, now)));
    }
  }

  private boolean isMended(OpenLetters.Letter letter) {
    TopicPartition place = new TopicPartition(Topics.DEAD_LETTERS.name(), letter.partition());
    int element = letter.id().lastIndexOf('#');
    if (!letter.id().startsWith(PREFIX)
        || element < 0
        || letter.offset() >= before.getOrDefault(place, 0L)) {
      return false;
    }
    try {
      return Files.exists(from.resolve(letter.id().substring(PREFIX.length(), element)));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static ProducerRecord<String, byte[]> decision(OpenLetters.Letter letter, Instant now) {
    RecordHeaders headers = new RecordHeaders();
    EventHeaders.write(
        headers,
        letter.id() + "/resolved",
        "/ingest-producer",
        Topics.DEAD_LETTERS,
        letter.id(),
        now,
        null);
    EventHeaders.set(headers, DeadLetterHeaders.DECISION, "resolved");
    EventHeaders.set(headers, DeadLetterHeaders.DECIDED_BY, "ingest-producer");
    return new ProducerRecord<>(
        Topics.DEAD_LETTERS.name(), null, now.toEpochMilli(), letter.id(), new byte[0], headers);
  }
}
