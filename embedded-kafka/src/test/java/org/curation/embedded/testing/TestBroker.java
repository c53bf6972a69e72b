package org.curation.embedded.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.curation.embedded.EmbeddedBroker;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.curation.service.TopicCreation;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/**
 * A broker for one test class: a container where a Docker engine answers, else the embedded one.
 * Same tests, both ways.
 */
public final class TestBroker implements AutoCloseable {
  private static final String IMAGE = "apache/kafka:4.3.1";

  private final String bootstrapServers;
  private final Runnable stop;

  private TestBroker(String bootstrapServers, Runnable stop) {
    this.bootstrapServers = bootstrapServers;
    this.stop = stop;
  }

  /** Starts a broker with empty storage. */
  public static TestBroker start() {
    return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
  }

  /** How to connect. */
  public KafkaConnection connection() {
    return KafkaConnection.to(bootstrapServers);
  }

  /** Creates the whole topic catalogue. */
  public void createTopics(int partitions) {
    try (Admin admin = Admin.create(connection().common("test-admin"))) {
      new TopicCreation(admin).create(partitions, Optional.of((short) 1));
    }
  }

  @Override
  public void close() {
    stop.run();
  }

  private static TestBroker container() {
    String large = Integer.toString(Topics.LARGE_RECORD_BYTES);
    KafkaContainer container =
        new KafkaContainer(IMAGE)
            .withEnv("KAFKA_MESSAGE_MAX_BYTES", large)
            .withEnv("KAFKA_REPLICA_FETCH_MAX_BYTES", large)
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
    container.start();
    return new TestBroker(container.getBootstrapServers(), container::stop);
  }

  private static TestBroker embedded() {
    try {
      Path data = Files.createTempDirectory("curation-broker");
      EmbeddedBroker broker = EmbeddedBroker.start(data);
      return new TestBroker(
          broker.bootstrapServers(),
          () -> {
            broker.close();
            delete(data);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
