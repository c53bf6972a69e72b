package org.curation.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.curation.embedded.EmbeddedBroker;
import org.curation.model.CaptureKey;
import org.curation.model.CaptureRequest;
import org.curation.model.LinkHealth;
import org.curation.model.LinkHealth.Condition;
import org.curation.model.LinkHealth.Outcome;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The verbs about captured links, and a folder that was not meant, on a broker of their own. */
class CaptureVerbsIT {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;
  private String bootstrap = "";
  private String out = "";
  private String err = "";

  @Test
  void shouldTellWhatIsGoneFromWhatIsNotRecordedAndAskAgain() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("data"))) {
      bootstrap = broker.bootstrapServers();
      assertThat(execute("topics", "create", "--partitions", "3")).isZero();
      // Given
      link("open-project:1|page", "https://one.example/", Condition.GONE, Outcome.GONE, null);
      link("open-project:2|page", "https://two.example/", Condition.GONE, Outcome.GONE, 404);
      link("open-project:2|pdf", "/api/v3/attachments/7/content", Condition.OK, null, 200);

      // When / Then
      assertThat(execute("captures", "list")).isZero();
      assertThat(out)
          .startsWith("CONDITION")
          .containsPattern("UNRECORDED +2026-01-01T00:00:00Z +open-project:1\\|page")
          .containsPattern("GONE +2026-01-01T00:00:00Z +open-project:2\\|page")
          .contains("3 links.")
          .containsPattern("(?m)^  GONE +1$")
          .containsPattern("(?m)^  UNRECORDED +1$");
      assertThat(execute("captures", "list", "--condition", "gone")).isZero();
      assertThat(out).contains("open-project:2|page", "1 link.").doesNotContain("open-project:1");
      assertThat(execute("captures", "list", "--limit", "1")).isZero();
      assertThat(out).contains("and 2 more; --limit 0 shows all").contains("3 links.");
      assertThat(execute("captures", "list", "--host", "ONE.example", "--format", "json")).isZero();
      assertThat(out.lines()).singleElement().asString().contains("\"open-project:1|page\"");
      assertThat(execute("captures", "list", "--limit", "-1")).isEqualTo(2);

      // When / Then
      assertThat(execute("captures", "again", "open-project:2|page", "--dry-run")).isZero();
      assertThat(out).contains("1 link would be fetched again. This was a dry run");
      assertThat(execute("captures", "again", "open-project:2|page")).isZero();
      assertThat(out).contains("1 link is fetched again.");
      assertThat(execute("captures", "again", "open-project:2")).isZero();
      assertThat(out).contains("2 links are fetched again.");
      assertThat(execute("captures", "again", "open-project:2|favicon")).isEqualTo(2);
      assertThat(execute("captures", "again", "2|page")).isEqualTo(2);
    }
  }

  @Test
  void shouldRefuseAFolderOfOtherThingsAndWriteNoLetter() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("data"))) {
      bootstrap = broker.bootstrapServers();
      assertThat(execute("topics", "create", "--partitions", "3")).isZero();
      Path documents = Files.createDirectory(folder.resolve("documents"));
      Files.writeString(documents.resolve("package.json"), "{\"name\": \"x\", \"version\": 1}");
      Files.writeString(documents.resolve("letter.json"), "Dear Sir");

      // When / Then
      assertThat(execute("ingest", "--from", documents.toString())).isEqualTo(2);
      assertThat(err).contains("holds no saved record").doesNotContain("\tat ");
      assertThat(execute("dead-letters", "list")).isZero();
      assertThat(out).contains("0 open letters");

      // When a record is among them
      Files.writeString(documents.resolve("deletion.json"), "{\"deleted\":\"open-project:7\"}");
      int code = execute("ingest", "--from", documents.toString());
      assertThat(code).as(out + err).isEqualTo(3);
      assertThat(execute("dead-letters", "list")).isZero();
      assertThat(out).contains("2 open letters").contains("REDRIVEN");
    }
  }

  private void link(
      String key,
      String url,
      Condition condition,
      @Nullable Outcome outcome,
      @Nullable Integer status) {
    LinkHealth health =
        new LinkHealth(
            CaptureKey.parse(key),
            1,
            url,
            condition,
            NOW,
            outcome == null ? Outcome.CAPTURED : outcome,
            outcome == null ? null : "a reason",
            status,
            null,
            NOW,
            null,
            0,
            null,
            null,
            null);
    send(Topics.LINK_HEALTH, key, JsonSerde.of(LinkHealth.class).write(health));
    send(
        Topics.CAPTURE_REQUESTS,
        key,
        JsonSerde.of(CaptureRequest.class)
            .write(new CaptureRequest(CaptureKey.parse(key), 1, url, "")));
  }

  private void send(TopicSpec<?> topic, String key, byte[] value) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            KafkaConnection.to(bootstrap).producer("test"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var unused = producer.send(new ProducerRecord<>(topic.name(), key, value));
    }
  }

  private int execute(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--bootstrap-servers");
    all.add(bootstrap);
    StringWriter toOut = new StringWriter();
    StringWriter toErr = new StringWriter();
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(toOut, true));
    commandLine.setErr(new PrintWriter(toErr, true));
    int code = commandLine.execute(all.toArray(String[]::new));
    out = toOut.toString();
    err = toErr.toString();
    return code;
  }
}
