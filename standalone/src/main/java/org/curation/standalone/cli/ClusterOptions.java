package org.curation.standalone.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.ConfigurationReader;
import org.curation.service.configuration.Keys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cluster a verb works on: the configuration that the programs have. */
final class ClusterOptions {
  private static final Set<String> SECTIONS = Set.of("kafka", "topics");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration of the programs; its sections kafka and topics count.")
  private @Nullable Path file;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Where the cluster is; goes before what the configuration says.")
  private @Nullable String servers;

  /**
   * The configuration: {@link Configuration#connection} and the settings of topics.
   *
   * @throws org.curation.service.UserError with every problem
   */
  Configuration read() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (servers != null) {
      environment.put(Keys.BOOTSTRAP_SERVERS.variable(), servers);
    }
    return ConfigurationReader.read(Optional.ofNullable(file), environment, SECTIONS);
  }
}
