package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.curation.embedded.testing.TestBroker;
import org.curation.model.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backfill that is killed between records and checkpoint, as a process of its own. */
class BackfillKillIT {
  private static final int LINES = 450;

  @TempDir Path folder;

  @Test
  void shouldLoseNothingAndTellNothingTwice() throws Exception {
    // Given
    StringBuilder lines = new StringBuilder();
    for (int id = 1; id <= LINES; id++) {
      lines.append(
          "{\"id\":%d,\"type\":\"link\",\"name\":\"n\",\"link\":\"https://a.example/%d\",\"updated_at\":\"2021-01-01T00:00:00Z\"}%n"
              .formatted(id, id));
    }
    Path file = Files.writeString(folder.resolve("records.jsonl"), lines);
    try (TestBroker broker = TestBroker.start()) {
      broker.createTopics(2);

      // When
      int killed = curate(broker, file, "-Dcuration.fail-point=before-checkpoint");
      int rest = curate(broker, file, "-Dnothing=special");
      int again = curate(broker, file, "-Dnothing=special");
      Files.writeString(file, "{}");
      int other = curate(broker, file, "-Dnothing=special");

      // Then
      assertThat(List.of(killed, rest, again, other)).containsExactly(137, 0, 0, 2);
      List<String> keys = new ArrayList<>();
      new TopicReader(broker.connection())
          .read(Topics.RAW.name(), Map.of(), each -> keys.add(each.key()));
      assertThat(keys).hasSize(LINES).doesNotHaveDuplicates();
    }
  }

  private int curate(TestBroker broker, Path file, String property) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                property,
                "-cp",
                System.getProperty("java.class.path"),
                "org.curation.standalone.cli.Main",
                "ingest",
                "jsonl",
                file.toString(),
                "--bootstrap-servers",
                broker.connection().bootstrapServers())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
