package org.curation.ingest.source;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.curation.model.AcceptedCuration;
import org.curation.model.AcceptedCuration.State;
import org.curation.model.CurationId;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What enrichment has accepted so far: a snapshot of {@code curation.accepted}.
 *
 * @param accepted the newest accepted version and state, by id
 */
public record AcceptedIndex(Map<CurationId, AcceptedCuration> accepted) {
  private static final Logger LOG = LoggerFactory.getLogger(AcceptedIndex.class);

  /** Copies the map. */
  public AcceptedIndex {
    accepted = Map.copyOf(accepted);
  }

  /** Nothing was accepted yet. */
  public static AcceptedIndex empty() {
    return new AcceptedIndex(Map.of());
  }

  /**
   * Reads the whole topic as it is now; a topic that does not exist holds nothing. A record that
   * can't be read is left out with a warning: then its item is treated as unknown, so nothing is
   * deleted because of it.
   *
   * @throws org.apache.kafka.common.KafkaException when the cluster can't be read
   */
  public static AcceptedIndex load(KafkaConnection connection) {
    Map<CurationId, AcceptedCuration> found = new TreeMap<>();
    TopicSnapshot.read(
        connection,
        Topics.ACCEPTED.name(),
        entry -> read(entry).ifPresent(read -> add(found, read)));
    return new AcceptedIndex(found);
  }

  /** What was accepted of an item. */
  public Optional<AcceptedCuration> find(CurationId id) {
    return Optional.ofNullable(accepted.get(id));
  }

  /**
   * Whether an item was told by a source and not deleted since. What is known only from a site that
   * was published before is not listed anywhere, and must not be missed.
   */
  public boolean isLive(CurationId id) {
    return find(id)
        .filter(item -> item.state() != State.DELETED && !Boolean.TRUE.equals(item.archived()))
        .isPresent();
  }

  /** One entry of the topic. */
  record Entry(CurationId key, Optional<AcceptedCuration> value) {}

  /** Reads an entry; empty, with a warning, when it is none. */
  static Optional<Entry> read(ConsumerRecord<byte[], byte[]> entry) {
    try {
      byte[] keyBytes = entry.key() == null ? new byte[0] : entry.key();
      CurationId key = CurationId.parse(new String(keyBytes, StandardCharsets.UTF_8));
      if (entry.value() == null) {
        return Optional.of(new Entry(key, Optional.empty()));
      }
      try (Deserializer<AcceptedCuration> reader = Topics.ACCEPTED.serde().deserializer()) {
        return Optional.of(
            new Entry(key, Optional.of(reader.deserialize(entry.topic(), entry.value()))));
      }
    } catch (SerializationException | IllegalArgumentException e) {
      LOG.atWarn()
          .addKeyValue("topic", entry.topic())
          .addKeyValue("partition", entry.partition())
          .addKeyValue("offset", entry.offset())
          .log("left out a record that is no accepted curation: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static void add(Map<CurationId, AcceptedCuration> found, Entry entry) {
    entry
        .value()
        .ifPresentOrElse(
            accepted -> found.put(entry.key(), accepted), () -> found.remove(entry.key()));
  }
}
