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
        assertThat(files.filter(file -> file.toString().endsWith(".md"))).hasSize(14);
      }
      try (Admin admin =
          Admin.create(KafkaConnection.to(broker.bootstrapServers()).common("test"))) {
        assertThat(admin.describeTopics(List.of("curation.raw")).allTopicNames().get().values())
            .as("the cluster goes on, with the partitions that were configured")
            .singleElement()
            .satisfies(topic -> assertThat(topic.partitions()).hasSize(3));
      }
    }
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
