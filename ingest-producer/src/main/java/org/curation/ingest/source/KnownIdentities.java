package org.curation.ingest.source;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.curation.model.CurationId;
import org.curation.model.Identity;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which curation has which document: what {@code curation.identities} holds. */
public final class KnownIdentities {
  private static final Logger LOG = LoggerFactory.getLogger(KnownIdentities.class);

  private KnownIdentities() {}

  /**
   * Reads the topic as it is now. A record that can't be read counts as unknown, with a warning.
   *
   * @return by document id
   * @throws org.apache.kafka.common.KafkaException when the cluster can't be read
   */
  public static Map<String, CurationId> load(KafkaConnection connection) {
    Map<String, CurationId> known = new HashMap<>();
    try (var reader = Topics.IDENTITIES.serde().deserializer()) {
      TopicSnapshot.read(
          connection,
          Topics.IDENTITIES.name(),
          entry -> {
            try {
              Identity identity =
                  entry.value() == null ? null : reader.deserialize(entry.topic(), entry.value());
              if (identity != null) {
                known.put(identity.documentId(), identity.id());
              }
            } catch (SerializationException e) {
              LOG.atWarn()
                  .addKeyValue("partition", entry.partition())
                  .addKeyValue("offset", entry.offset())
                  .log("left out a record that is no identity: {}", e.getMessage());
            }
          });
    }
    return known;
  }
}
