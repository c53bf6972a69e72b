package org.curation.ingest.source;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.errors.SerializationException;
import org.curation.model.Offering;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code curation.offerings} holds. */
public final class KnownOfferings {
  private static final Logger LOG = LoggerFactory.getLogger(KnownOfferings.class);

  private KnownOfferings() {}

  /**
   * Reads the topic as it is now. A record that can't be read counts as unknown, with a warning.
   *
   * @return by offering id
   * @throws org.apache.kafka.common.KafkaException when the cluster can't be read
   */
  public static SortedMap<Long, Offering> load(KafkaConnection connection) {
    SortedMap<Long, Offering> known = new TreeMap<>();
    try (var reader = Topics.OFFERINGS.serde().deserializer()) {
      TopicSnapshot.read(
          connection,
          Topics.OFFERINGS.name(),
          entry -> {
            try {
              byte[] key = entry.key() == null ? new byte[0] : entry.key();
              long id = Long.parseLong(new String(key, StandardCharsets.UTF_8));
              Offering offering =
                  entry.value() == null ? null : reader.deserialize(entry.topic(), entry.value());
              if (offering == null) {
                known.remove(id);
              } else {
                known.put(id, offering);
              }
            } catch (SerializationException | IllegalArgumentException e) {
              LOG.atWarn()
                  .addKeyValue("partition", entry.partition())
                  .addKeyValue("offset", entry.offset())
                  .log("left out a record that is no offering: {}", e.getMessage());
            }
          });
    }
    return known;
  }
}
