package org.curation.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.curation.embedded.EmbeddedBroker;
import org.curation.service.KafkaConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code curate run} on a cluster that somebody else runs. */
class RunOnClusterIT {
  @TempDir Path folder;

  @Test
  void shouldPublishTheSamplesOnANamedClusterAndLeaveItRunning() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"))) {
      // Given
      Path config = folder.resolve("curate.yaml");
      Files.writeString(
          config,
          """
          kafka.bootstrap-servers: "%s"
          topics: {partitions: 3, replication: 1}
          """
              .formatted(broker.bootstrapServers()));

      // When
      int first = run(config);
      int again = run(config);

      // Then
      assertThat(first).as("dead letters are open on purpose").isEqualTo(3);
      assertThat(again).isEqualTo(3);
      try (var files = Files.walk(folder.resolve("site"))) {
        assertThat(files.filter(file -> file.toString().endsWith(".md"))).hasSize(15);
      }
      explains(broker.bootstrapServers());
      try (Admin admin =
          Admin.create(KafkaConnection.to(broker.bootstrapServers()).common("test"))) {
        assertThat(admin.describeTopics(List.of("curation.raw")).allTopicNames().get().values())
            .as("the cluster goes on, with the partitions that were configured")
            .singleElement()
            .satisfies(topic -> assertThat(topic.partitions()).hasSize(3));
      }
    }
  }

  private static void explains(String servers) {
    assertThat(explain(servers, "open-project:4111", "text"))
        .contains(
            "open-project:4111 is published",
            "lane news, archetype news-2021",
            "description",
            "slice-200, from body",
            "link.href",
            "related offerings");
    assertThat(explain(servers, "open-project:4107", "text"))
        .contains("open-project:4107 is deleted");
    assertThat(explain(servers, "open-project:4190", "text"))
        .contains("open-project:4190 is dead-lettered: no-lane", "curate dead-letters list --key");
    assertThat(explain(servers, "open-project:4111", "json")).startsWith("{\"id\"");
    assertThat(explain(servers, "open-project:1", "text"))
        .contains(
            "Nothing is known of open-project:1", "curate dead-letters list --key open-project:1");
    assertThat(explain(servers, "4111", "text")).contains("open-project:3719");
  }

  private static String explain(String servers, String id, String format) {
    StringWriter said = new StringWriter();
    new CommandLine(new CurateCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(said))
        .setErr(new PrintWriter(said))
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> {
              said.append(failure.getMessage());
              return 2;
            })
        .execute("explain", id, "--bootstrap-servers", servers, "--format", format);
    return said.toString();
  }

  @Test
  void shouldSayThatNobodyAnswers() {
    StringWriter errors = new StringWriter();
    int code =
        new CommandLine(new CurateCommand())
            .setErr(new PrintWriter(errors))
            .setExecutionExceptionHandler(
                (problem, command, result) -> {
                  errors.write(String.valueOf(problem.getMessage()));
                  return 2;
                })
            .execute(arguments("--bootstrap-servers", "127.0.0.1:1"));
    assertThat(code).isEqualTo(2);
    assertThat(errors.toString()).contains("No Kafka cluster answered at 127.0.0.1:1");
  }

  private int run(Path config) {
    return execute(arguments("--config", config.toString()));
  }

  private String[] arguments(String... cluster) {
    return new String[] {
      "run",
      "--from",
      "../samples",
      "--site",
      "../site",
      "--webhook-secret-file",
      "../samples/webhook-secret.txt",
      "--out",
      folder.resolve("site").toString(),
      cluster[0],
      cluster[1]
    };
  }

  private static int execute(String... arguments) {
    return new CommandLine(new CurateCommand())
        .setOut(new PrintWriter(new StringWriter()))
        .execute(arguments);
  }
}
