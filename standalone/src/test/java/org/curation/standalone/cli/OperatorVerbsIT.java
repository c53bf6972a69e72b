package org.curation.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.curation.embedded.EmbeddedBroker;
import org.curation.model.topic.Topics;
import org.curation.service.DeadLetter;
import org.curation.service.KafkaConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The verbs for topics and dead letters, on a broker of their own. */
class OperatorVerbsIT {
  private static final String ID = "enrich/curation.raw/1/7";
  private static final byte[] BYTES = {'{', (byte) 0xc3, 0x28};

  @TempDir Path folder;

  private String bootstrap = "";
  private String out = "";
  private String err = "";

  @Test
  void shouldCreateCheckAndDescribeTopics() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("data"))) {
      bootstrap = broker.bootstrapServers();

      // When nothing is there
      assertThat(execute("topics", "check")).isEqualTo(1);
      assertThat(out)
          .contains("curation.raw: topic is missing")
          .contains(Topics.ALL.size() + " errors");

      // When topics are created, by a configuration file
      Path config = folder.resolve("curate.yaml");
      Files.writeString(config, "kafka:\n  bootstrap-servers: " + bootstrap + "\n");
      assertThat(
              run(
                  "topics",
                  "create",
                  "--config",
                  config.toString(),
                  "--partitions",
                  "3",
                  "--replication",
                  "1"))
          .isZero();
      assertThat(out).contains("created curation.raw with 3 partitions").contains("0 errors");
      assertThat(execute("topics", "create")).as("again").isZero();
      assertThat(out).doesNotContain("created");

      // When somebody changes them
      try (Admin admin = Admin.create(KafkaConnection.to(bootstrap).common("test"))) {
        ConfigResource raw = new ConfigResource(ConfigResource.Type.TOPIC, "curation.raw");
        AlterConfigOp change =
            new AlterConfigOp(new ConfigEntry("retention.ms", "1000000"), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(raw, List.of(change))).all().get();
        admin.createTopics(List.of(new NewTopic("curation.rwa", 1, (short) 1))).all().get();
      }
      assertThat(execute("topics", "check", "--partitions", "4", "--format", "json")).isEqualTo(1);
      assertThat(out)
          .contains("\"setting\":\"retention.ms\"", "--add-config 'retention.ms=-1'")
          .contains("\"topic\":\"curation.rwa\"", "\"errors\":" + (Topics.ALL.size() + 1));
      assertThat(execute("topics", "describe")).isZero();
      assertThat(out).contains("curation.dead-letters").contains("1000000 ms");
    }
  }

  @Test
  void shouldListShowAndDecideOnLetters() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("data"))) {
      bootstrap = broker.bootstrapServers();
      assertThat(execute("dead-letters", "list")).as("no topic yet").isEqualTo(2);
      assertThat(err).contains("curate topics create");
      assertThat(execute("topics", "create", "--partitions", "3")).isZero();
      send(ID);
      send("ingest/file/a.json#0");

      // When / Then
      assertThat(execute("dead-letters", "list")).isZero();
      assertThat(out).contains(ID).contains("2 open letters").contains("1 not-decodable");
      assertThat(execute("dead-letters", "list", "--format", "json", "--key", "open-project:*"))
          .isZero();
      assertThat(out.lines()).hasSize(2).allMatch(line -> line.startsWith("{"));
      assertThat(execute("dead-letters", "list", "--since", "2027")).isEqualTo(2);
      assertThat(execute("dead-letters", "show", ID)).isZero();
      assertThat(out).contains("state", "open", "curation-reason", "7b c3 28");
      Path raw = folder.resolve("raw");
      assertThat(execute("dead-letters", "show", ID, "--raw", raw.toString())).isZero();
      assertThat(raw).hasBinaryContent(BYTES);
      assertThat(execute("dead-letters", "show", "enrich/none/0/0")).isEqualTo(2);

      // When it could hit more than was meant
      assertThat(execute("dead-letters", "redrive")).isEqualTo(2);
      assertThat(err).contains("--all-open");
      assertThat(execute("dead-letters", "redrive", "--all-open")).isEqualTo(2);
      assertThat(err).contains("--yes");
      assertThat(execute("dead-letters", "discard", ID)).as("without --why").isEqualTo(2);
      assertThat(execute("dead-letters", "redrive", "--all-open", "--dry-run")).isEqualTo(3);
      assertThat(out).contains("would redrive " + ID).contains("would refuse").contains("dry run");

      // When decided
      assertThat(execute("dead-letters", "redrive", "--all-open", "--yes", "--by", "ann"))
          .isEqualTo(3);
      assertThat(out).contains("1 letter redriven, 1 refused").contains("ingest it again");
      assertThat(
              execute(
                  "dead-letters", "discard", "ingest/file/a.json#0", "--by", "bob", "--why", "old"))
          .isZero();
      assertThat(execute("dead-letters", "list")).isZero();
      assertThat(out).contains("0 open letters");
      assertThat(execute("dead-letters", "list", "--all")).isZero();
      assertThat(out).contains("redriven by ann").contains("discarded by bob: old");
      assertThat(execute("dead-letters", "show", ID)).isZero();
      assertThat(out).contains("redriven by ann");
      assertThat(execute("dead-letters", "redrive", "sink/x/0/0")).isEqualTo(2);
      assertThat(err).contains("no dead letter is called sink/x/0/0");
    }
  }

  @Test
  void shouldSayThatNobodyAnswers() {
    bootstrap = "127.0.0.1:1";
    assertThat(execute("topics", "check")).isEqualTo(2);
    assertThat(err).contains("No Kafka cluster answered at 127.0.0.1:1").doesNotContain("\tat ");
    assertThat(run("dead-letters", "list")).isEqualTo(2);
    assertThat(err).contains("--bootstrap-servers");
  }

  private void send(String id) {
    DeadLetter letter =
        new DeadLetter(
            id,
            id.substring(0, id.indexOf('/')),
            "not-decodable",
            "The value is no record.",
            "somewhere",
            "open-project:1".getBytes(StandardCharsets.UTF_8),
            BYTES);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            KafkaConnection.to(bootstrap).producer("test"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var unused = producer.send(letter.toRecord(Instant.now()));
    }
  }

  private int execute(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--bootstrap-servers");
    all.add(bootstrap);
    return run(all.toArray(String[]::new));
  }

  private int run(String... arguments) {
    StringWriter toOut = new StringWriter();
    StringWriter toErr = new StringWriter();
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(toOut, true));
    commandLine.setErr(new PrintWriter(toErr, true));
    int code = commandLine.execute(arguments);
    out = toOut.toString();
    err = toErr.toString();
    return code;
  }
}
