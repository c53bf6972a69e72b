package org.curation.standalone;

import org.apache.kafka.clients.admin.Admin;
import org.curation.service.KafkaConnection;
import org.curation.service.TopicCreation;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.Keys;

/** A cluster that somebody else runs. Other programs may work on it at the same time. */
public record GivenCluster(KafkaConnection connection) implements RunCluster {
  /** The cluster of a configuration; missing topics are created unless it says otherwise. */
  public static Opening of(Configuration configuration) {
    return data -> {
      KafkaConnection connection = configuration.connection();
      if (configuration.get(Keys.CREATE_TOPICS)) {
        try (Admin admin = Admin.create(connection.common("curation-topics"))) {
          new TopicCreation(admin)
              .create(configuration.get(Keys.PARTITIONS), configuration.replication());
        }
      }
      return new GivenCluster(connection);
    };
  }

  @Override
  public String captureInstance() {
    return "standalone";
  }

  @Override
  public void close() {
    // It goes on without us.
  }
}
