package org.curation.standalone.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.curation.service.KafkaConnection;
import org.curation.service.UserError;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import picocli.CommandLine.Option;

/** Which cluster a verb works on. */
final class ClusterOptions {
  private static final int PATIENCE_SECONDS = 15;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Address of the Kafka cluster; curate serve prints its own.")
  private @Nullable String bootstrapServers;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Configuration with kafka.bootstrap-servers and further kafka.* client properties.")
  private @Nullable Path config;

  /**
   * A connection to a cluster that answers.
   *
   * @throws UserError when no address is given or nobody answers there
   */
  KafkaConnection connection() throws InterruptedException {
    KafkaConnection connection = given();
    Map<String, Object> settings = connection.common("curate-cli");
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000);
    try (Admin admin = Admin.create(settings)) {
      admin.describeCluster().clusterId().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return connection;
    } catch (KafkaException | ExecutionException | TimeoutException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw new UserError(
          "No Kafka cluster answered at %s (%s). Check the address and that the broker runs; curate serve prints its address when it is ready."
              .formatted(connection.bootstrapServers(), cause.getMessage()),
          e);
    }
  }

  private KafkaConnection given() {
    if (config != null) {
      KafkaConnection configured = fromFile(config);
      return bootstrapServers == null
          ? configured
          : new KafkaConnection(bootstrapServers, configured.properties());
    }
    if (bootstrapServers == null) {
      throw new UserError(
          "No cluster is named. Give its address with --bootstrap-servers HOST:PORT, or a configuration with --config FILE.");
    }
    return KafkaConnection.to(bootstrapServers);
  }

  /** Reads the part about Kafka. To be replaced by the services' own configuration. */
  private static KafkaConnection fromFile(Path file) {
    Map<String, String> properties = new HashMap<>();
    try {
      Object root =
          new Yaml(new SafeConstructor(new LoaderOptions()))
              .load(Files.readString(file, StandardCharsets.UTF_8));
      if (root instanceof Map<?, ?> all && all.get("kafka") instanceof Map<?, ?> kafka) {
        kafka.forEach((name, value) -> properties.put(name.toString(), String.valueOf(value)));
      }
    } catch (IOException | YAMLException e) {
      throw new UserError("--config %s can't be read: %s".formatted(file, e.getMessage()), e);
    }
    String servers = properties.remove("bootstrap-servers");
    if (servers == null) {
      throw new UserError(
          "--config %s has no kafka.bootstrap-servers; expected HOST:PORT there".formatted(file));
    }
    return new KafkaConnection(servers, properties);
  }
}
