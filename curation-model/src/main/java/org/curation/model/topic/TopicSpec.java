package org.curation.model.topic;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;

/**
 * Everything that is to know about one topic.
 *
 * @param name as on the broker
 * @param purpose one sentence for people
 * @param keyType what the key holds, for example {@code curation id}; keys are UTF-8 text
 * @param valueType the record type; {@code byte[]} where values are not JSON
 * @param serde reads and writes values
 * @param partitioning how records are spread
 * @param cleanup Kafka's {@code cleanup.policy}
 * @param maxBytes largest record, in bytes
 * @param settings further topic settings
 * @param <V> type of values
 */
public record TopicSpec<V>(
    String name,
    String purpose,
    String keyType,
    Class<V> valueType,
    Serde<V> serde,
    Partitioning partitioning,
    String cleanup,
    int maxBytes,
    Map<String, String> settings) {

  /** All topic settings as the broker names them, sorted. */
  public Map<String, String> topicConfig() {
    Map<String, String> config = new TreeMap<>(settings);
    config.put("cleanup.policy", cleanup);
    config.put("max.message.bytes", Integer.toString(maxBytes));
    return config;
  }

  /** Class-path name of the JSON Schema of the values; empty for values that are not JSON. */
  public String schemaResource() {
    return valueType == byte[].class ? "" : "/schemas/" + valueType.getSimpleName() + ".json";
  }
}
