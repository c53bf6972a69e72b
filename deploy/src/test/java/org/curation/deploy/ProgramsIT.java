package org.curation.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.curation.embedded.testing.TestBroker;
import org.curation.model.topic.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What docker-compose.yml starts, started from the assembled folder without containers: the same
 * scripts, the same configuration, the same order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProgramsIT {
  private static final Path IMAGE = Path.of("target/image").toAbsolutePath();
  private static final Pattern METRIC = Pattern.compile("\\b((?:curation|jvm|process)_[a-z_]+)\\b");
  private static final Pattern EXPORTED = Pattern.compile("(?m)^([a-z_]+)[ {]");

  @TempDir static Path folder;
  private static TestBroker broker;
  private static final Map<String, RunningProgram> RUNNING = new TreeMap<>();

  @BeforeAll
  static void startBroker() {
    broker = TestBroker.start();
  }

  @AfterAll
  static void stopAll() {
    RUNNING.values().forEach(RunningProgram::close);
    broker.close();
  }

  @Test
  @Order(1)
  void shouldPublishTheSamples() throws Exception {
    // Given
    broker.createTopics(4);
    for (String name : List.of("enrich", "capture", "sink")) {
      start(name);
    }
    RUNNING.values().forEach(ProgramsIT::awaitReady);

    // When
    start("ingest");
    awaitReady(RUNNING.get("ingest"));

    // Then
    await().atMost(Duration.ofSeconds(120)).until(() -> files(".md") == 15 && files(".jpeg") == 13);
  }

  @Test
  @Order(2)
  void shouldTellHealthToTheImagesCheck() throws Exception {
    for (RunningProgram program : RUNNING.values()) {
      for (String what : List.of("live", "ready")) {
        // When
        Tool check =
            Tool.run(
                "env",
                "CURATION_HTTP_PORT=" + program.port(),
                IMAGE.resolve("bin/healthy").toString(),
                what);

        // Then
        assertThat(check.code()).as(program.name() + " " + what).isZero();
      }
    }
    Tool nobody =
        Tool.run(
            "env", "CURATION_HTTP_PORT=" + freePort(), IMAGE.resolve("bin/healthy").toString());
    assertThat(nobody.code()).isNotZero();
  }

  /** A panel or an alert on a metric that nobody exports stays empty for ever, and quiet. */
  @Test
  @Order(3)
  void shouldExportEachMetricOfDashboardAndAlerts() throws Exception {
    // Given
    Set<String> used = new TreeSet<>();
    for (String expression : expressions()) {
      Matcher name = METRIC.matcher(expression);
      while (name.find()) {
        used.add(name.group(1));
      }
    }

    assertThat(used).hasSizeGreaterThan(8);

    // When, Then
    // The pause of a collection is exported from the first collection on.
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(exported()).containsAll(used));
  }

  @Test
  @Order(4)
  void shouldStopWithCodeZero() throws Exception {
    for (RunningProgram program : RUNNING.values()) {
      assertThat(program.stop()).as(program.name() + ": " + program.log()).isZero();
    }
  }

  private static Set<String> exported() throws IOException {
    Set<String> exported = new TreeSet<>();
    for (RunningProgram program : RUNNING.values()) {
      Matcher line = EXPORTED.matcher(program.get("/metrics").body());
      while (line.find()) {
        exported.add(line.group(1));
      }
    }
    return exported;
  }

  private static List<String> expressions() throws IOException {
    List<String> found = new ArrayList<>();
    JsonNode dashboard =
        Json.mapper().readTree(Project.text("deploy/grafana/dashboards/curation-pipeline.json"));
    dashboard.path("panels").findValuesAsText("expr").forEach(found::add);
    for (Object group : Project.list(Project.yaml("deploy/prometheus/alerts.yml").get("groups"))) {
      for (Object rule : Project.list(Project.map(group).get("rules"))) {
        found.add(Project.map(rule).get("expr").toString());
      }
    }
    return found;
  }

  /** The environment that a container gives, with folders of this test. */
  private static void start(String name) throws IOException {
    Map<String, String> environment = new TreeMap<>();
    environment.put("KAFKA", broker.connection().bootstrapServers());
    environment.put("CURATION_INGEST_DIRECTORY_PATH", Project.HOME.resolve("samples").toString());
    environment.put(
        "CURATION_INGEST_WEBHOOK_SECRET",
        "${file:" + Project.HOME.resolve("samples/webhook-secret.txt") + "}");
    environment.put("CURATION_CAPTURE_RECORDED", Project.HOME.resolve("samples").toString());
    environment.put("CURATION_ENRICH_SITE", IMAGE.resolve("site").toString());
    environment.put("CURATION_ENRICH_STATE", folder.resolve("state").toString());
    environment.put("CURATION_SINK_STORE", folder.resolve("store/site").toString());
    environment.put("CURATION_SINK_LEDGER", folder.resolve("store/ledger").toString());
    RUNNING.put(name, RunningProgram.start(IMAGE, name, folder, freePort(), environment));
  }

  private static void awaitReady(RunningProgram program) {
    try {
      await().atMost(Duration.ofSeconds(60)).until(program::ready);
    } catch (org.awaitility.core.ConditionTimeoutException e) {
      throw new AssertionError(program.name() + " is not ready: " + program.log(), e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static long files(String ending) throws IOException {
    Path site = folder.resolve("store/site");
    if (!Files.exists(site)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(site)) {
      return files.filter(file -> file.toString().endsWith(ending)).count();
    } catch (java.io.UncheckedIOException e) {
      // A folder went while it was looked at.
      return -1;
    }
  }
}
