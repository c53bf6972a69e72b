package org.curation.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curation.model.CurationId;
import org.curation.model.Version;
import org.curation.model.topic.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of docs/consumers.md, as they stand there, against {@code curate serve} as a process
 * of its own: what kcat, kafkajs and plain Java see is what the site holds.
 */
class ConsumersIT {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> HEADERS =
      List.of(
          "ce_specversion",
          "ce_id",
          "ce_source",
          "ce_type",
          "ce_subject",
          "ce_time",
          "content-type",
          "traceparent");

  @TempDir static Path folder;
  private static ServedSamples served;

  @BeforeAll
  static void serve() throws Exception {
    served = ServedSamples.start(folder);
    await().atMost(Duration.ofSeconds(90)).until(() -> served.files(".md").size() == 15);
    await().atMost(Duration.ofSeconds(60)).until(() -> served.files(".jpeg").size() == 13);
    // Consumers must see that a document is no longer published.
    served.delete(CurationId.parse("open-project:4108"), new Version(0, 1));
    await().atMost(Duration.ofSeconds(60)).until(() -> served.files(".md").size() == 14);
  }

  @AfterAll
  static void stop() {
    if (served != null) {
      served.close();
    }
  }

  @Test
  void shouldReadDocumentsWithHeadersInKcat() throws Exception {
    // Given
    assumeKcat();

    // When
    String text = run("Every document, with its headers", Map.of());

    // Then
    Map<String, JsonNode> newest = new TreeMap<>();
    for (String line : text.lines().toList()) {
      String[] parts = line.split("\t", 3);
      HEADERS.forEach(name -> assertThat(parts[1]).contains(name + "="));
      newest.put(parts[0], Json.mapper().readTree(parts[2]));
    }
    assertTheSite(newest.values().stream());
  }

  @Test
  void shouldReadEnvelopesInKcat() throws Exception {
    // Given
    assumeKcat();

    // When
    String text = run("As JSON, one envelope for each record", Map.of());

    // Then
    Map<String, JsonNode> newest = new TreeMap<>();
    for (String line : text.lines().toList()) {
      JsonNode envelope = Json.mapper().readTree(line);
      assertThat(envelope.path("headers").toString()).contains(HEADERS);
      newest.put(
          envelope.path("key").asText(), Json.mapper().readTree(envelope.path("payload").asText()));
    }
    assertTheSite(newest.values().stream());
  }

  @Test
  void shouldShowTheNewestAndOneDocumentInKcat() throws Exception {
    // Given
    assumeKcat();

    // When
    List<String> newest = run("The newest", Map.of()).lines().toList();
    List<String> one = run("One document", Map.of()).lines().toList();

    // Then
    // Two commands: the last offsets, then all of the last hour, which is everything here.
    assertThat(newest).anyMatch(line -> line.startsWith("open-project:4108 "));
    assertThat(one).singleElement().asString().startsWith("open-project:4113 {\"id\"");
  }

  @Test
  void shouldShowPublicationsAndDeadLettersInKcat() throws Exception {
    // Given
    assumeKcat();

    // When
    String letters = run("What could not be handled", Map.of());

    // Then
    // A publication is told after its file is written, so the last ones may be on their way.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(run("What the store did", Map.of()))
                    .contains(served.files(".md"))
                    .doesNotContain("null"));
    assertThat(letters)
        .contains("curation-reason=no-lane")
        .contains("curation-original-key=open-project:4190");
  }

  @Test
  void shouldReadAnImageAtItsPlaceInKcat() throws Exception {
    // Given
    assumeKcat();
    JsonNode document =
        run("As JSON, one envelope for each record", Map.of())
            .lines()
            .map(ConsumersIT::payload)
            .filter(value -> !value.path("assets").isEmpty())
            .reduce((first, second) -> second)
            .orElseThrow();
    JsonNode asset = document.path("assets").path(0);
    JsonNode position = asset.path("position");

    // When
    Child child =
        Child.run(
            DocumentedCommands.of(HOME).below("An image"),
            HOME,
            Map.of(
                "KAFKA", served.kafka(),
                "PARTITION", position.path("partition").asText(),
                "OFFSET", position.path("offset").asText()));

    // Then
    assertThat(child.code()).as(child.errors()).isZero();
    assertThat(sha256(child.bytes())).isEqualTo(asset.path("sha256").asText());
  }

  @Test
  void shouldReadDocumentsWithHeadersInNode() throws Exception {
    // Given
    assumeThat(Child.finds("node")).as("node is not installed; .ci/run installs it").isTrue();
    assumeThat(HOME.resolve("docs/examples/kafkajs/node_modules/kafkajs"))
        .as("kafkajs is not installed: run npm ci in docs/examples/kafkajs (.ci/run does)")
        .isDirectory();

    // When
    String text = run("Node (kafkajs)", Map.of());

    // Then
    assertLines(text);
  }

  @Test
  void shouldReadDocumentsWithHeadersInPlainJava() throws Exception {
    // Given
    String libraries =
        Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .filter(
                entry ->
                    Path.of(entry)
                        .getFileName()
                        .toString()
                        .matches(
                            "(kafka-clients|jackson-(core|databind|annotations)|slf4j-api)-.*jar"))
            .collect(Collectors.joining(java.io.File.pathSeparator));

    // When
    String text = run("Java", Map.of("LIBRARIES", libraries));

    // Then
    assertLines(text);
  }

  /** What both example programs print. */
  private static void assertLines(String text) throws Exception {
    Map<String, JsonNode> newest = new TreeMap<>();
    for (String line : text.lines().toList()) {
      JsonNode seen = Json.mapper().readTree(line);
      HEADERS.forEach(name -> assertThat(seen.path("headers").path(name).asText()).isNotEmpty());
      assertThat(seen.path("headers").path("ce_subject")).isEqualTo(seen.path("id"));
      newest.put(seen.path("id").asText(), seen);
    }
    assertTheSite(newest.values().stream());
  }

  /** Newest states: what is published is what the site holds, and one item is gone. */
  private static void assertTheSite(Stream<JsonNode> newest) throws Exception {
    List<String> files = served.files(".md");
    Map<String, List<String>> paths =
        newest.collect(
            Collectors.groupingBy(
                document -> document.path("state").asText(),
                Collectors.mapping(
                    document -> document.path("path").asText(), Collectors.toList())));
    assertThat(paths.get("PUBLISHED")).containsExactlyInAnyOrderElementsOf(files);
    assertThat(paths.get("UNPUBLISHED")).hasSize(1);
  }

  private static void assumeKcat() {
    assumeThat(Child.finds("kcat")).as("kcat is not installed; .ci/run installs it").isTrue();
  }

  private static String run(String heading, Map<String, String> environment) throws Exception {
    Map<String, String> all = new TreeMap<>(environment);
    all.put("KAFKA", served.kafka());
    Child child = Child.run(DocumentedCommands.of(HOME).below(heading), HOME, all);
    assertThat(child.code()).as("%s: %s", heading, child.errors()).isZero();
    return new String(child.bytes(), StandardCharsets.UTF_8);
  }

  private static JsonNode payload(String envelope) {
    try {
      return Json.mapper().readTree(Json.mapper().readTree(envelope).path("payload").asText());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** The commands of docs/consumers.md. */
  record DocumentedCommands(String page) {
    static DocumentedCommands of(Path home) throws Exception {
      return new DocumentedCommands(Files.readString(home.resolve("docs/consumers.md")));
    }

    /** All shell blocks of a section, to be run one after the other. */
    String below(String heading) {
      String[] sections = ("\n" + page).split("\n##+ ", -1);
      String section =
          Stream.of(sections)
              .filter(text -> text.startsWith(heading + "\n"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("docs/consumers.md has no heading " + heading));
      String commands =
          Stream.of(section.split("```sh\n", -1))
              .skip(1)
              .map(text -> text.substring(0, text.indexOf("\n```")))
              .collect(Collectors.joining("\n"));
      assertThat(commands).as("commands below " + heading).isNotEmpty();
      return commands;
    }
  }
}
