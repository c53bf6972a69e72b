package org.curation.sink.hugo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.curation.sink.store.TestDocuments.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.curation.model.topic.Json;
import org.curation.service.UserError;
import org.curation.sink.hugo.LedgerLine.Begun;
import org.curation.sink.store.TestDocuments;
import org.curation.sink.store.TopicPartitionIdentity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
  private static final TestDocuments A =
      document("1", "content/news/a/index.md").with("a.jpeg", "image");
  private static final TopicPartitionIdentity PARTITION =
      new TopicPartitionIdentity("cluster", "topic", 2);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void place() {
    file = folder.resolve("ledger.jsonl");
  }

  @Test
  void shouldWriteOneObjectALine() throws IOException {
    // Given
    Ledger ledger = open();

    // When
    ledger.begin(List.of(new Begun(A.id(), List.of(SitePath.document(A.path())))));
    ledger.hold(List.of(held(A)));
    ledger.position(Map.of(PARTITION, 7L));

    // Then
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(3);
    assertThat(Json.mapper().readTree(lines.get(0)))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    """
                    {"begin":[{"id":"open-project:1","paths":["content/news/a/index.md"]}]}"""));
    assertThat(Json.mapper().readTree(lines.get(1)))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    """
                    {"document":{"id":"open-project:1","state":"PUBLISHED","epoch":"topic",
                     "version":{"incarnation":0,"number":1},"revision":1,
                     "documentId":"document-1","path":"content/news/a/index.md",
                     "address":"/news/1/","formerAddresses":["/old/1/"],
                     "assets":[{"name":"a.jpeg","sha256":"%s"}],"contentHash":"%s"}}"""
                        .formatted(A.get().assets().get(0).sha256(), A.get().contentHash())));
    assertThat(Json.mapper().readTree(lines.get(2)))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    """
                    {"positions":[{"clusterId":"cluster","topicId":"topic","partition":2,
                     "offset":7}]}"""));
  }

  @Test
  void shouldReadBackTheNewestOfEach() throws IOException {
    // Given
    Ledger ledger = open();
    ledger.hold(List.of(held(A), held(document("2", "content/b.md"))));
    ledger.hold(List.of(held(A.next())));
    ledger.position(Map.of(PARTITION, 7L));
    ledger.position(Map.of(PARTITION, 9L));

    // When
    LedgerState state = open().state();

    // Then
    assertThat(state.holding(A.id())).isEqualTo(held(A.next()));
    assertThat(state.holdings()).hasSize(2);
    assertThat(state.position(PARTITION)).isEqualTo(9L);
    assertThat(state.finished()).isTrue();
  }

  @Test
  void shouldKnowWhatWasBegunAndNotEnded() throws IOException {
    // Given
    TestDocuments b = document("2", "content/b.md");
    Ledger ledger = open();
    ledger.begin(
        List.of(
            new Begun(A.id(), List.of(SitePath.document(A.path()))),
            new Begun(b.id(), List.of(SitePath.document(b.path())))));
    ledger.hold(List.of(held(A)));
    ledger.position(Map.of(PARTITION, 7L));

    // When
    LedgerState state = open().state();

    // Then
    assertThat(state.unfinished(A.id())).isEmpty();
    assertThat(state.unfinished(b.id())).containsExactly(SitePath.document(b.path()));
  }

  @Test
  void shouldDropALastLineThatWasCutOffAtAnyByteAndGoOnAfterIt() throws IOException {
    // Given
    open().hold(List.of(held(A)));
    long whole = Files.size(file);
    open().hold(List.of(held(document("2", "content/b.md"))));
    byte[] both = Files.readAllBytes(file);

    for (int cut = (int) whole; cut < both.length; cut++) {
      Files.write(file, Arrays.copyOf(both, cut));

      // When
      Ledger ledger = open();
      List<LedgerEntry> unlocked = Ledger.readEntries(folder);
      ledger.hold(List.of(held(document("3", "content/c.md"))));

      // Then
      assertThat(unlocked).as("cut at %d", cut).hasSize(1);
      assertThat(Ledger.readEntries(folder))
          .as("cut at %d", cut)
          .extracting(entry -> entry.id().sourceId())
          .containsExactly("1", "3");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "null",
        "{}",
        "[]",
        "{\"document\":{\"id\":\"open-project:1\"}}",
        "{\"positions\":[],\"begin\":[]}",
        "{\"begin\":[{\"id\":\"open-project:1\",\"paths\":[\"content/../../x\"]}]}",
        "{\"positions\":[{\"clusterId\":\"c\",\"topicId\":\"t\",\"partition\":-1,\"offset\":1}]}"
      })
  void shouldNotStartOnABrokenLine(String line) throws IOException {
    // Given
    open().hold(List.of(held(A)));
    Files.writeString(
        file, line + "\n{\"positions\":[]}\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);

    // When / Then
    assertThatThrownBy(this::open)
        .isInstanceOf(UserError.class)
        .hasMessageContaining(file + ", line 2")
        .hasMessageContaining("backup");
    assertThatThrownBy(() -> Ledger.readEntries(folder)).isInstanceOf(UserError.class);
  }

  @Test
  void shouldNotTrustAPathInTheLedger() throws IOException {
    // Given
    open().hold(List.of(held(A)));
    String escaped = Files.readString(file).replace("content/news/a/", "content/../../");
    Files.writeString(file, escaped);

    // When / Then
    assertThatThrownBy(this::open).isInstanceOf(UserError.class).hasMessageContaining("line 1");
  }

  @Test
  void shouldBecomeSmallAgainWhenMostLinesAreOvertaken() throws IOException {
    // Given
    TestDocuments b = document("2", "content/b.md");
    Ledger ledger = open();
    ledger.begin(List.of(new Begun(b.id(), List.of(SitePath.document(b.path())))));
    for (long i = 1; i <= 1000; i++) {
      ledger.hold(List.of(held(A.version(1, i))));
    }
    ledger.position(Map.of(PARTITION, 7L));
    Files.writeString(folder.resolve(".curation-x.tmp"), "left by a crash");

    // When
    Ledger compacted = open();

    // Then
    assertThat(Files.readAllLines(file)).hasSize(3);
    assertThat(compacted.state().holding(A.id())).isEqualTo(held(A.version(1, 1000)));
    assertThat(compacted.state().position(PARTITION)).isEqualTo(7L);
    assertThat(compacted.state().unfinished(b.id())).hasSize(1);
    assertThat(SiteTree.files(folder)).containsExactly("ledger.jsonl");
    compacted.hold(List.of(held(b)));
    assertThat(Ledger.readEntries(folder)).hasSize(2);
  }

  @Test
  void shouldNotRewriteALedgerThatIsMostlyAliveOrShort() throws IOException {
    // Given
    Ledger ledger = open();
    for (long i = 1; i <= 999; i++) {
      ledger.hold(List.of(held(A.version(1, i))));
    }

    // When
    open();

    // Then
    assertThat(Files.readAllLines(file)).hasSize(999);
  }

  @Test
  void shouldReadNoEntriesWhereThereIsNoLedger() {
    // When
    List<LedgerEntry> entries = Ledger.readEntries(folder.resolve("nothing/here"));

    // Then
    assertThat(entries).isEmpty();
  }

  private Ledger open() throws IOException {
    return Ledger.open(folder, new DiskFiles());
  }

  private static Holding held(TestDocuments document) {
    return Holding.of(document.write("topic"));
  }
}
