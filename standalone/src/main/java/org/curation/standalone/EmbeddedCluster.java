package org.curation.standalone;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.curation.embedded.EmbeddedBroker;
import org.curation.service.KafkaConnection;
import org.curation.service.TopicCreation;

/** The embedded broker with the topic catalogue on it. */
final class EmbeddedCluster implements RunCluster {
  /** Enough to keep two cores busy; few enough to start fast. */
  static final int PARTITIONS = 4;

  private final EmbeddedBroker broker;
  private final KafkaConnection connection;

  private EmbeddedCluster(EmbeddedBroker broker) {
    this.broker = broker;
    this.connection = KafkaConnection.to(broker.bootstrapServers());
  }

  /** Starts the broker on its data and creates the topics that are missing. */
  static EmbeddedCluster start(Path data) {
    EmbeddedCluster cluster = new EmbeddedCluster(EmbeddedBroker.start(data));
    try (Admin admin = Admin.create(cluster.connection.common("curation-topics"))) {
      new TopicCreation(admin).create(PARTITIONS, Optional.of((short) 1));
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  @Override
  public KafkaConnection connection() {
    return connection;
  }

  @Override
  public String captureInstance() {
    return "0";
  }

  @Override
  public void close() {
    broker.close();
  }
}
