package org.curation.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;
import org.curation.embedded.testing.TestBroker;
import org.curation.ingest.backfill.Backfill.Options;
import org.curation.ingest.testing.Records;
import org.curation.ingest.testing.Topic;
import org.curation.model.topic.Topics;
import org.curation.service.UserError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backfills into a real broker. */
class BackfillIT {
  private final TestBroker broker = TestBroker.start();
  private CountDownLatch stop = new CountDownLatch(1);

  @TempDir Path folder;

  @BeforeEach
  void createTopics() {
    broker.createTopics(2);
  }

  @AfterEach
  void close() {
    broker.close();
  }

  @Test
  void shouldGoOnWhereItWasStoppedAndTellNothingTwice() throws Exception {
    for (String name : List.of("records.jsonl", "records.jsonl.gz")) {
      // Given
      Path file = write(name, lines(1, 1000));
      int before = raw().size();
      stop = new CountDownLatch(1);

      // When
      BackfillReport first = run(file, new Options(0, false, at -> stop.countDown()));
      int between = raw().size();
      stop = new CountDownLatch(1);
      BackfillReport rest = run(file, quietly(0));
      BackfillReport again = run(file, quietly(0));

      // Then
      assertThat(first.finished()).isFalse();
      assertThat(between - before).isEqualTo(200);
      assertThat(rest.finished()).isTrue();
      assertThat(rest.firstLine()).isEqualTo(201);
      assertThat(again.outcomes()).isEmpty();
      assertThat(raw().size() - before).isEqualTo(1000);
      assertThat(run(file, new Options(0, true, at -> {})).outcomes())
          .containsEntry("published", 1000L);
    }
  }

  @Test
  void shouldGoOnWithLinesThatWereAddedAndRefuseAnotherFile() throws Exception {
    // Given
    Path file = write("a.jsonl", lines(1, 1500));
    assertThat(run(file, quietly(0)).finished()).isTrue();

    // When / Then
    write("a.jsonl", lines(1, 1501));
    assertThat(run(file, quietly(0)).outcomes()).containsEntry("published", 1L);
    write("a.jsonl", lines(2, 1600));
    assertThatThrownBy(() -> run(file, quietly(0)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("its beginning differs")
        .hasMessageContaining("--restart");
    write("a.jsonl", lines(1, 2));
    assertThatThrownBy(() -> run(file, quietly(0))).isInstanceOf(UserError.class);
  }

  @Test
  void shouldMakeLettersOfBadLinesAndOfHugeOnes() throws Exception {
    // Given
    String huge = "{\"name\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}";
    Path file =
        write(
            "b.jsonl", "{broken\n\n" + huge + "\n" + lines(1, 2) + "{\"deleted\":\"dropmark:1\"}");

    // When
    BackfillReport report = run(file, quietly(0));

    // Then
    assertThat(report.hasLetters()).isTrue();
    assertThat(report.outcomes()).containsEntry("dead-lettered", 2L).containsEntry("published", 2L);
    assertThat(report.problems()).hasSize(2).allMatch(text -> text.contains("b.jsonl, line "));
    assertThat(Topic.values(broker.connection(), Topics.DEAD_LETTERS.name())).hasSize(2);
  }

  @Test
  void shouldKeepItsPace() throws Exception {
    // Given
    Path file = write("c.jsonl", lines(1, 100));
    long start = System.nanoTime();

    // When
    BackfillReport report = run(file, quietly(50));

    // Then
    assertThat(report.finished()).isTrue();
    assertThat(System.nanoTime() - start).isGreaterThan(900_000_000L);
  }

  private BackfillReport run(Path file, Options options) throws InterruptedException {
    return new Backfill(broker.connection(), file, options, Clock.systemUTC(), stop).run();
  }

  private static Options quietly(int perSecond) {
    LongConsumer nobody = at -> {};
    return new Options(perSecond, false, nobody);
  }

  private List<byte[]> raw() {
    return Topic.values(broker.connection(), Topics.RAW.name());
  }

  private Path write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    try (OutputStream out =
        name.endsWith(".gz")
            ? new GZIPOutputStream(Files.newOutputStream(file))
            : Files.newOutputStream(file)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static String lines(int from, int to) {
    StringBuilder lines = new StringBuilder();
    for (int id = from; id <= to; id++) {
      lines.append(
          Records.mark(Integer.toString(id), "2021-01-01T00:00:00Z", "https://a.example/"));
      lines.append('\n');
    }
    return lines.toString();
  }
}
