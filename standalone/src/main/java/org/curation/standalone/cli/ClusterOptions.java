package org.curation.standalone.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.curation.service.KafkaConnection;
import org.curation.service.UserError;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.ConfigurationReader;
import org.curation.service.configuration.Keys;
import org.curation.standalone.GivenCluster;
import org.curation.standalone.RunCluster;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cluster a verb works on: the configuration that the programs have, or an address. */
final class ClusterOptions {
  private static final Set<String> SECTIONS = Set.of("kafka", "topics");
  private static final int PATIENCE_SECONDS = 15;
  private static final Pattern SERVERS =
      Pattern.compile("[^\\s,:]+:\\d{1,5}(,\\s*[^\\s,:]+:\\d{1,5})*|\\[[^\\s,]+]:\\d{1,5}");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration of the programs; its sections kafka and topics count.")
  private @Nullable Path file;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description =
          "Where the cluster is; goes before what the configuration says. curate serve prints its own.")
  private @Nullable String servers;

  /**
   * The configuration: {@link Configuration#connection} and the settings of topics.
   *
   * @throws UserError with every problem
   */
  Configuration read() {
    if (file == null
        && servers == null
        && System.getenv(Keys.BOOTSTRAP_SERVERS.variable()) == null) {
      throw new UserError(
          "No cluster is named. Give its address with --bootstrap-servers HOST:PORT, or a configuration with --config FILE.");
    }
    if (servers != null && !SERVERS.matcher(servers).matches()) {
      throw new UserError(
          "--bootstrap-servers %s must be HOST:PORT, or several with commas between"
              .formatted(servers));
    }
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (servers != null) {
      environment.put(Keys.BOOTSTRAP_SERVERS.variable(), servers);
    }
    return ConfigurationReader.read(Optional.ofNullable(file), environment, SECTIONS);
  }

  /** Whether a cluster is named on the command line. */
  boolean named() {
    return file != null || servers != null;
  }

  /**
   * The cluster to run on: the one that is named, after it has answered, else an embedded one.
   *
   * @throws UserError when nobody answers
   */
  Optional<RunCluster.Opening> opening() throws InterruptedException {
    if (!named()) {
      return Optional.empty();
    }
    var unused = connection();
    return Optional.of(GivenCluster.of(read()));
  }

  /** Whether a configuration is given, so that its settings of topics are somebody's wish. */
  boolean configured() {
    return file != null;
  }

  /**
   * A connection to a cluster that answers.
   *
   * @throws UserError when no address is given or nobody answers there
   */
  KafkaConnection connection() throws InterruptedException {
    KafkaConnection connection = read().connection();
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
              .formatted(
                  connection.bootstrapServers(),
                  cause.getMessage() == null
                      ? "no answer within %d s".formatted(PATIENCE_SECONDS)
                      : cause.getMessage()),
          e);
    }
  }
}
