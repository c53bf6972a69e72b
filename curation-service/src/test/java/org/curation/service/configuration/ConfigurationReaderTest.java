package org.curation.service.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.curation.service.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {
  @TempDir private Path folder;

  @Test
  void shouldHaveTheCommittedReferencePage() throws IOException {
    // Given
    Path page = Path.of("..", "docs", "configuration.md");
    if ("true".equals(System.getenv("SCHEMAS_WRITE"))) {
      Files.writeString(page, ConfigurationPage.markdown());
    }

    // When / Then
    assertThat(page).content().isEqualTo(ConfigurationPage.markdown());
  }

  @Test
  void shouldReadNestedAndDottedKeysWithStandards() throws IOException {
    // Given
    Path file =
        file(
            """
            kafka:
              bootstrap-servers: [one:9092, two:9092]
              security.protocol: SSL
              ssl:
                truststore:
                  location: /etc/trust
            shutdown.grace: 5s
            sink.store: out/site
            """);

    // When
    Configuration read = read(file, Map.of(), "sink");

    // Then
    assertThat(read.connection().bootstrapServers()).isEqualTo("one:9092,two:9092");
    assertThat(read.connection().properties())
        .isEqualTo(Map.of("security.protocol", "SSL", "ssl.truststore.location", "/etc/trust"));
    assertThat(read.get(Keys.GRACE)).isEqualTo(Duration.ofSeconds(5));
    assertThat(read.get(Keys.SINK_STORE)).isEqualTo(Path.of("out/site"));
    assertThat(read.get(Keys.PARTITIONS)).isEqualTo(4);
    assertThat(read.find(Keys.SINK_LEDGER)).isEmpty();
  }

  @Test
  void shouldTellAllProblemsAtOnceWithLineKeyAndSuggestion() throws IOException {
    // Given
    Path file =
        file(
            """
            kafka:
              bootstrap-servers: nowhere
              securty.protocol: SSL
              group.id: mine
            http:
              prot: 8080
              port: 99999
            shutdown.grace: 30
            enrich:
              sitte: site
              threads: many
            sink.store: ${env:NO_SUCH}
            ingest.directory.path: ${file:/no/such/file}
            """);

    // When
    String message = problems(file, Map.of("CURATION_ENRICH_STAT", "x"), "enrich", "sink");

    // Then
    assertThat(message.lines().map(String::strip))
        .contains(
            file
                + ":2: kafka.bootstrap-servers: expected host:port, several with commas between, not \"nowhere\"",
            file
                + ":3: kafka.securty.protocol: unknown property of Kafka's clients; did you mean \"kafka.security.protocol\"?",
            file + ":4: kafka.group.id: is set by the programs themselves; remove it",
            file + ":6: http.prot: unknown key; did you mean \"http.port\"?",
            file + ":7: http.port: expected a whole number from 0 to 65535, not \"99999\"",
            file
                + ":8: shutdown.grace: expected a duration from 1s to 10m, such as 500ms, 30s, 5m or 1h, not \"30\"",
            file + ":10: enrich.sitte: unknown key; did you mean \"enrich.site\"?",
            file + ":11: enrich.threads: expected a whole number from 1 to 64, not \"many\"",
            file
                + ":12: sink.store: the environment variable NO_SUCH is not set; set it, or write ${env:NO_SUCH:-value} for a value that counts without it",
            "environment variable CURATION_ENRICH_STAT: no key is called so; did you mean \"CURATION_ENRICH_STATE\"?")
        .anyMatch(line -> line.startsWith(file + ": enrich.site: is missing"))
        .anyMatch(line -> line.startsWith(file + ": enrich.state: is missing"))
        .noneMatch(line -> line.contains("/no/such/file"))
        .hasSize(14);
  }

  @Test
  void shouldNotDropAnEmptySecret() throws IOException {
    // Given
    Path file =
        file(
            """
            kafka.bootstrap-servers: one:9092
            ingest.api.webhook-secrets: ["hunter2-hunter2", "${env:EMPTY:-}"]
            """);

    // When
    String message = problems(file, Map.of("EMPTY", ""), "ingest");

    // Then
    assertThat(message)
        .contains(":2: ingest.api.webhook-secrets: expected a list of secrets, none of them empty")
        .doesNotContain("hunter2");
  }

  @Test
  void shouldLetTheEnvironmentGoBeforeTheFile() throws IOException {
    // Given
    Path file = file("kafka.bootstrap-servers: a:1\nkafka.linger.ms: 1\nsink.store: here\n");

    // When
    Configuration read =
        read(
            file,
            Map.of(
                "CURATION_KAFKA_BOOTSTRAP_SERVERS", "b:2",
                "CURATION_KAFKA_LINGER_MS", "7",
                "CURATION_SINK_STORE", "${env:ROOT}/site",
                "ROOT", "/srv",
                "CURATION_SINK_SERVICE_HOST", "set by a platform"),
            "sink");

    // Then
    assertThat(read.connection().bootstrapServers()).isEqualTo("b:2");
    assertThat(read.connection().properties()).isEqualTo(Map.of("linger.ms", "7"));
    assertThat(read.get(Keys.SINK_STORE)).isEqualTo(Path.of("/srv/site"));
  }

  @Test
  void shouldNeverShowASecret() throws IOException {
    // Given
    Path secret = Files.writeString(folder.resolve("secret"), "hunter2 x\n");
    Path file =
        file(
            """
            kafka:
              bootstrap-servers: a:1
              sasl.jaas.config: login hunter2
              ssl.key.password: hunter2
              client.rack: ${env:RACK:-hunter2}
            ingest:
              directory.path: in
              webhook-secret: ${file:%s}
              http-port: ${env:PORT}
            """
                .formatted(secret));

    // When
    Configuration read = read(file, Map.of("PORT", "1"), "ingest");
    String message = problems(file, Map.of("PORT", "hunter2"), "ingest");

    // Then
    assertThat(read.get(Keys.INGEST_WEBHOOK_SECRET)).isEqualTo("hunter2 x");
    assertThat(read.connection().properties()).containsEntry("client.rack", "hunter2");
    assertThat(read.shown().toString()).contains("(hidden)").doesNotContain("hunter2");
    assertThat(read.toString()).doesNotContain("hunter2");
    assertThat(message).contains("ingest.http-port").doesNotContain("hunter2");
  }

  @Test
  void shouldTellWhatIsNoYamlWithoutQuotingIt() throws IOException {
    // Given
    Path broken = file("kafka:\n  password: \"hunter2\n");
    Path twice = folder.resolve("twice.yaml");
    Files.writeString(twice, "http.port: 1\nhttp: {port: 2}\n");

    // When / Then
    assertThat(problems(broken, Map.of())).contains(broken + ":").doesNotContain("hunter2");
    assertThat(problems(twice, Map.of()))
        .contains(twice + ":2: http.port: was given at " + twice + ":1 already; keep one");
    assertThat(problems(folder.resolve("none.yaml"), Map.of())).contains("can't be read");
  }

  @Test
  void shouldReadEverythingFromTheEnvironment() {
    // When
    Configuration read =
        ConfigurationReader.read(
            Optional.empty(), Map.of("CURATION_KAFKA_BOOTSTRAP_SERVERS", "a:1"), Set.of("kafka"));

    // Then
    assertThat(read.connection().bootstrapServers()).isEqualTo("a:1");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("curation.yaml"), content);
  }

  private static Configuration read(
      Path file, Map<String, String> environment, String... sections) {
    Set<String> used = new TreeSet<>(ConfigurationReader.COMMON);
    used.addAll(Set.of(sections));
    return ConfigurationReader.read(Optional.of(file), environment, used);
  }

  private static String problems(Path file, Map<String, String> environment, String... sections) {
    return catchThrowableOfType(UserError.class, () -> read(file, environment, sections))
        .getMessage();
  }
}
