package org.curation.service;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.curation.model.topic.Topics;

/**
 * Where the cluster is and how to talk to it. Each method gives a fresh, changeable configuration.
 *
 * @param bootstrapServers {@code host:port[,host:port…]}
 * @param properties further client properties, passed through to every client
 */
public record KafkaConnection(String bootstrapServers, Map<String, String> properties) {
  /** Copies the properties. */
  public KafkaConnection {
    properties = Map.copyOf(properties);
  }

  /** A connection without further properties. */
  public static KafkaConnection to(String bootstrapServers) {
    return new KafkaConnection(bootstrapServers, Map.of());
  }

  /** Settings that admin, producers and consumers share. */
  public Map<String, Object> common(String clientId) {
    Map<String, Object> config = new HashMap<>(properties);
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
    return config;
  }

  /** An idempotent producer that waits for all replicas. */
  public Map<String, Object> producer(String clientId) {
    Map<String, Object> config = common(clientId);
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGE_RECORD_BYTES);
    config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 5);
    return config;
  }

  /** A producer for transactions. */
  public Map<String, Object> transactionalProducer(String clientId, String transactionalId) {
    Map<String, Object> config = producer(clientId);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
    return config;
  }

  /** A consumer of committed records that never commits by itself and starts at the beginning. */
  public Map<String, Object> consumer(String clientId) {
    Map<String, Object> config = common(clientId);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topics.LARGE_RECORD_BYTES);
    return config;
  }

  /** The same as member of a group. */
  public Map<String, Object> consumer(String clientId, String group) {
    Map<String, Object> config = consumer(clientId);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    return config;
  }
}
