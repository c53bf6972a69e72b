package org.curation.sink;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.curation.service.KafkaConnection;

/**
 * The sink's connections to the brokers.
 *
 * @param documents member of the group
 * @param log reads stretches of the log, apart from the group
 */
record SinkClients(
    Consumer<byte[], byte[]> documents,
    Consumer<byte[], byte[]> log,
    Producer<String, byte[]> producer,
    Admin admin)
    implements AutoCloseable {
  private static final Duration CLOSE = Duration.ofSeconds(5);
  private static final int CALL_MILLIS = 15_000;
  private static final int REQUEST_MILLIS = 10_000;

  static SinkClients open(KafkaConnection connection, String group) {
    Consumer<byte[], byte[]> documents = null;
    Consumer<byte[], byte[]> log = null;
    Producer<String, byte[]> producer = null;
    try {
      documents = consumer(documents(connection, group));
      log = consumer(log(connection, group + "-log"));
      producer =
          new KafkaProducer<>(
              producer(connection, group), new StringSerializer(), new ByteArraySerializer());
      return new SinkClients(documents, log, producer, Admin.create(admin(connection, group)));
    } catch (RuntimeException e) {
      if (documents != null) {
        documents.close(CloseOptions.timeout(CLOSE));
      }
      if (log != null) {
        log.close(CloseOptions.timeout(CLOSE));
      }
      if (producer != null) {
        producer.close(CLOSE);
      }
      throw e;
    }
  }

  private static Map<String, Object> documents(KafkaConnection connection, String group) {
    Map<String, Object> config = connection.consumer(group, group);
    // Where to start is the store's to say; a position outside of the topic must be noticed.
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    // Documents may have megabytes each, and what is compressed on the way is not in memory.
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 25);
    // The store's lock admits one writer; after a crash it takes its place at once.
    config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group);
    config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, CALL_MILLIS);
    config.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MILLIS);
    config.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    return config;
  }

  private static Map<String, Object> log(KafkaConnection connection, String clientId) {
    Map<String, Object> config = connection.consumer(clientId);
    // Mostly one record is wanted; one that is larger comes all the same.
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1024 * 1024);
    // It reads to a known end: what is there is there, waiting for more would only cost time.
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10);
    config.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MILLIS);
    config.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    return config;
  }

  private static Map<String, Object> producer(KafkaConnection connection, String clientId) {
    Map<String, Object> config = connection.producer(clientId);
    config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, CALL_MILLIS);
    config.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    config.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, CALL_MILLIS);
    return config;
  }

  private static Map<String, Object> admin(KafkaConnection connection, String clientId) {
    Map<String, Object> config = connection.common(clientId);
    config.putIfAbsent(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MILLIS);
    config.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    return config;
  }

  private static Consumer<byte[], byte[]> consumer(Map<String, Object> config) {
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public void close() {
    // Who stops in good order gives its place back; who is killed keeps it for the restart.
    documents.close(
        CloseOptions.timeout(CLOSE)
            .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    log.close(CloseOptions.timeout(CLOSE));
    producer.close(CLOSE);
    admin.close(CLOSE);
  }
}
