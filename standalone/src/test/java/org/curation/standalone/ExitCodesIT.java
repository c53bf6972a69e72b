package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.curation.embedded.EmbeddedBroker;
import org.curation.sink.SinkMain;
import org.curation.standalone.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitCodesIT {
  @TempDir private Path folder;

  @Test
  void shouldEndWithTheDocumentedCodes() throws Exception {
    // Given
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"));
        ProgramProcess stubborn =
            start(TroubledProgram.Stubborn.class, "stubborn", broker, "shutdown.grace: 1s");
        ProgramProcess failing = start(TroubledProgram.Failing.class, "failing", broker, "")) {

      // When
      await().atMost(Duration.ofSeconds(60)).until(() -> stubborn.readiness() == 200);
      stubborn.terminate();

      // Then
      assertThat(stubborn.exit()).as(stubborn.output()).isEqualTo(5);
      assertThat(failing.exit()).as(failing.output()).isEqualTo(1);
      assertThat(failing.output()).contains("the bottom fell out");

      // Given
      ProgramProcess disagreeing = start(SinkMain.class, "three", broker, "topics.partitions: 3");

      // Then
      assertThat(disagreeing.exit()).as(disagreeing.output()).isEqualTo(2);
      assertThat(disagreeing.output()).contains("must all have 3 partitions");
    }
  }

  @Test
  void shouldStopWithCodeZeroWhileTheBrokerIsAway() throws Exception {
    // Given
    Path file =
        Files.writeString(
            folder.resolve("away.yaml"),
            "kafka.bootstrap-servers: 127.0.0.1:9\nhttp.port: 0\nsink.store: "
                + folder.resolve("site"));

    // When
    try (ProgramProcess waiting =
        ProgramProcess.start(
            SinkMain.class, folder.resolve("away.log"), "--config", file.toString())) {
      await().atMost(Duration.ofSeconds(60)).until(() -> waiting.readiness() == 503);
      await().until(() -> waiting.get("/health/ready").body().contains("127.0.0.1:9"));
      waiting.terminate();

      // Then
      assertThat(waiting.exit()).as(waiting.output()).isZero();
    }
  }

  @Test
  void shouldPublishAFolderToAClusterOnce() throws Exception {
    // Given
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"));
        ProgramProcess topics = start(TroubledProgram.Failing.class, "topics", broker, "")) {
      assertThat(topics.exit()).isEqualTo(1);

      // When
      ProgramProcess ingest =
          ProgramProcess.start(
              Main.class,
              folder.resolve("ingest.log"),
              "ingest",
              "--bootstrap-servers",
              broker.bootstrapServers(),
              "--from",
              "../samples",
              "--webhook-secret-file",
              "../samples/webhook-secret.txt");

      // Then
      assertThat(ingest.exit()).as(ingest.output()).isZero();
      assertThat(ingest.output()).contains("Published 26 records").contains("8 offerings");
    }
  }

  private ProgramProcess start(Class<?> main, String name, EmbeddedBroker broker, String more)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve(name + ".yaml"),
            """
            kafka.bootstrap-servers: %s
            http.port: 0
            log.format: text
            sink.store: %s
            %s
            """
                .formatted(broker.bootstrapServers(), folder.resolve("site-" + name), more));
    return ProgramProcess.start(main, folder.resolve(name + ".log"), "--config", file.toString());
  }
}
