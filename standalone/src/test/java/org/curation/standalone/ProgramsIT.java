package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.curation.embedded.EmbeddedBroker;
import org.curation.enrich.EnrichMain;
import org.curation.ingest.IngestMain;
import org.curation.ingest.capture.CaptureMain;
import org.curation.sink.SinkMain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsIT {
  private static final Map<String, Class<?>> PROGRAMS =
      Map.of(
          "ingest", IngestMain.class,
          "capture", CaptureMain.class,
          "enrich", EnrichMain.class,
          "sink", SinkMain.class);

  @TempDir private Path folder;
  private final List<ProgramProcess> started = new java.util.ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(ProgramProcess::close);
  }

  @Test
  void shouldPublishTheSamplesAndStopWithCodeZero() throws Exception {
    // Given
    Path site = folder.resolve("site");
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"))) {
      Path file = configuration(broker.bootstrapServers());

      // When
      Map<String, ProgramProcess> programs = new java.util.TreeMap<>();
      for (String name : PROGRAMS.keySet()) {
        programs.put(name, start(name, file));
      }

      // Then
      await().atMost(Duration.ofSeconds(120)).until(() -> documents(site) == 15);
      for (ProgramProcess program : programs.values()) {
        await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(
                () ->
                    assertThat(program.get("/health/ready").body())
                        .contains("\"status\":\"ready\""));
        assertThat(program.get("/health/live").statusCode()).isEqualTo(200);
      }
      assertThat(programs.get("sink").get("/metrics").body())
          .containsPattern("curation_records_total\\{outcome=\"created\",stage=\"sink\"} [1-9]")
          .contains("curation_ready{check=\"store\"} 1.0")
          .contains("curation_build_info{version=");
      assertThat(programs.get("enrich").get("/metrics").body())
          .containsPattern("curation_records_total\\{outcome=\"published\",stage=\"enrich\"} [1-9]")
          .contains("curation_streams_state{state=\"running\"} 1.0")
          .contains("kafka_stream_thread_");
      if (Promtool.isThere()) {
        for (ProgramProcess program : programs.values()) {
          assertThat(Promtool.complaints(program.get("/metrics").body())).isEmpty();
        }
      }
      for (ProgramProcess program : programs.values()) {
        program.terminate();
        program.terminate();
      }
      for (Map.Entry<String, ProgramProcess> program : programs.entrySet()) {
        assertThat(program.getValue().exit())
            .as("%s: %s", program.getKey(), program.getValue().output())
            .isZero();
      }
    }
  }

  @Test
  void shouldWaitForABrokerAndTellItsOutage() throws Exception {
    // Given
    Path data = folder.resolve("broker");
    EmbeddedBroker first = EmbeddedBroker.start(data);
    int port = Integer.parseInt(first.bootstrapServers().split(":")[1]);
    first.close();
    Path file = configuration("127.0.0.1:" + port);
    List<ProgramProcess> programs = new java.util.ArrayList<>();
    for (String name : PROGRAMS.keySet()) {
      programs.add(start(name, file));
    }
    for (ProgramProcess program : programs) {
      await().atMost(Duration.ofSeconds(60)).until(() -> program.readiness() == 503);
    }

    // When / Then
    EmbeddedBroker broker = EmbeddedBroker.start(data, port);
    for (ProgramProcess program : programs) {
      await().atMost(Duration.ofSeconds(90)).until(() -> program.readiness() == 200);
    }
    broker.close();
    for (ProgramProcess program : programs) {
      await().atMost(Duration.ofSeconds(10)).until(() -> program.readiness() == 503);
    }
    try (EmbeddedBroker again = EmbeddedBroker.start(data, port)) {
      assertThat(again.bootstrapServers()).endsWith(":" + port);
      for (ProgramProcess program : programs) {
        await().atMost(Duration.ofSeconds(90)).until(() -> program.readiness() == 200);
      }
      for (ProgramProcess program : programs) {
        program.terminate();
      }
      for (ProgramProcess program : programs) {
        assertThat(program.exit()).as(program.output()).isZero();
      }
    }
  }

  @Test
  void shouldTellFiveMistakesAndEndWithCodeTwo() throws Exception {
    // Given
    Path file = folder.resolve("wrong.yaml");
    Files.writeString(
        file,
        """
        kafka:
          bootstrap-server: 127.0.0.1:1
        topics.partitions: none
        http: {port: 99999}
        sink:
          stor: site
        """);

    // When
    ProgramProcess program = start("sink", file);

    // Then
    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.output())
        .contains("wrong.yaml:2: kafka.bootstrap-server")
        .contains("kafka.bootstrap-servers: is missing")
        .contains("wrong.yaml:3: topics.partitions: expected a whole number")
        .contains("wrong.yaml:4: http.port: expected a whole number")
        .contains("wrong.yaml:6: sink.stor: unknown key; did you mean \"sink.store\"?")
        .contains("sink.store: is missing")
        .doesNotContain("\tat ");
  }

  private ProgramProcess start(String name, Path file) throws IOException {
    ProgramProcess program =
        ProgramProcess.start(
            PROGRAMS.get(name), folder.resolve(name + ".log"), "--config", file.toString());
    started.add(program);
    return program;
  }

  private Path configuration(String servers) throws IOException {
    return Files.writeString(
        folder.resolve("curation.yaml"),
        """
        kafka.bootstrap-servers: %s
        http.port: 0
        shutdown.grace: 40s
        ingest:
          directory.path: ../samples
          webhook-secret: ${file:../samples/webhook-secret.txt}
        capture:
          recorded: ../samples
        enrich:
          site: ../site
          state: %s
        sink:
          store: %s
        """
            .formatted(servers, folder.resolve("state"), folder.resolve("site")));
  }

  private static long documents(Path out) throws IOException {
    if (!Files.exists(out)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(out)) {
      return files.filter(file -> file.toString().endsWith(".md")).count();
    } catch (java.io.UncheckedIOException e) {
      // A folder went while it was looked at.
      return -1;
    }
  }
}
