package org.curation.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curation.sink.store.TestDocuments.document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.curation.model.Publication;
import org.curation.model.Publication.Outcome;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.Partitioning;
import org.curation.model.topic.Topics;
import org.curation.sink.hugo.LedgerEntry;
import org.curation.sink.store.TestDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From the topic to the site, on a real broker. */
@Timeout(120)
class SinkWriterIT extends SinkScene {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);
  private static final TestDocuments A = document("1", "content/news/a/index.md");
  private static final TestDocuments B = document("2", "content/news/b.md");

  @Test
  void shouldFollowADocumentThroughItsLife() throws Exception {
    // Given
    sink.start();

    // When
    TestDocuments illustrated = A.with("a.jpeg", "image", log.image(A.key(), "image"));
    log.send(A.get());
    log.send(B.get());
    awaitRest();
    List<String> first = files();
    log.send(illustrated.next().get());
    awaitRest();
    Map<String, String> second = tree();
    log.send(illustrated.next().next().at("content/blog/a.md").get());
    awaitRest();
    Map<String, String> third = tree();
    log.send(illustrated.version(2, 1).at("content/blog/a.md").unpublished().get());
    awaitRest();

    // Then
    assertThat(first).containsExactly("content/news/a/index.md", "content/news/b.md");
    assertThat(second).containsEntry("content/news/a/a.jpeg", "image");
    assertThat(third.keySet())
        .containsExactlyInAnyOrder("content/blog/a.jpeg", "content/blog/a.md", "content/news/b.md");
    assertThat(third).containsEntry("content/blog/a.jpeg", "image");
    assertThat(files()).containsExactly("content/news/b.md");
    assertThat(outcomes())
        .isEqualTo(
            Map.of(
                A.id().toString(),
                List.of(Outcome.CREATED, Outcome.UPDATED, Outcome.MOVED, Outcome.REMOVED),
                B.id().toString(),
                List.of(Outcome.CREATED)));
    assertThat(sink.failure()).isEmpty();
  }

  @Test
  void shouldTellWhatItPublished() throws Exception {
    // Given
    sink.start();

    // When
    RecordMetadata sent = log.send(A.get());
    awaitRest();

    // Then
    Publication publication = log.publications().get(A.id());
    assertThat(publication.store()).isEqualTo("hugo");
    assertThat(publication.location()).isEqualTo(A.path());
    assertThat(publication.version()).isEqualTo(A.version());
    assertThat(publication.revision()).isEqualTo(1);
    assertThat(publication.contentHash()).isEqualTo(A.get().contentHash());
    assertThat(publication.latencyMillis())
        .isEqualTo(publication.publishedAt().toEpochMilli() - sent.timestamp())
        .isNotNegative();
    ConsumerRecord<byte[], byte[]> record = log.read(Topics.PUBLICATIONS.name()).get(0);
    assertThat(record.key()).isEqualTo(TestLog.bytes("open-project:1|hugo"));
    assertThat(record.partition()).isEqualTo(Partitioning.forCuration(A.id(), TestLog.PARTITIONS));
    assertThat(EventHeaders.read(record.headers(), EventHeaders.TYPE))
        .isEqualTo("org.curation.publications.v1");
    assertThat(EventHeaders.read(record.headers(), EventHeaders.TRACE_PARENT))
        .startsWith(TestLog.TRACE.substring(0, 36))
        .isNotEqualTo(TestLog.TRACE);
  }

  @Test
  void shouldResumeWhereTheLedgerSaysAndNotWhereTheGroupSays() throws Exception {
    // Given
    sink.start();
    log.send(A.get());
    awaitRest();
    sink.close();
    log.admin().deleteConsumerGroups(List.of("curation-sink-hugo")).all().get();
    log.send(B.get());

    // When
    restart();
    awaitRest();

    // Then
    assertThat(store.writes()).extracting(write -> write.document().id()).containsExactly(B.id());
    assertThat(files()).containsExactly("content/news/a/index.md", "content/news/b.md");
  }

  @Test
  void shouldReadEverythingForAnEmptyLedgerAlthoughTheGroupIsAtTheEnd() throws Exception {
    // Given
    TestDocuments illustrated = A.with("a.jpeg", "image", log.image(A.key(), "image"));
    sink.start();
    log.send(illustrated.get());
    log.send(B.get());
    awaitRest();
    Map<String, String> before = tree();
    List<LedgerEntry> entries = hugo.entries();
    age();
    stop();
    site = folder.resolve("other-site");
    ledger = folder.resolve("other-ledger");
    openStore();

    // When
    sink.start();
    patiently().until(() -> hugo.entries().size() == 2);

    // Then
    assertThat(tree()).isEqualTo(before);
    assertThat(hugo.entries()).isEqualTo(entries);
  }

  @Test
  void shouldChangeNoFileWhenTheSameDocumentsComeAgain() throws Exception {
    // Given
    TestDocuments illustrated = A.with("a.jpeg", "image", log.image(A.key(), "image"));
    sink.start();
    log.send(illustrated.get());
    log.send(B.get());
    awaitRest();
    age();

    // When
    log.send(illustrated.get());
    log.send(B.get());
    awaitRest();
    restart();
    awaitRest();
    stop();
    ledger = folder.resolve("new-ledger");
    openStore();
    sink.start();
    patiently().until(() -> hugo.entries().size() == 2);
    awaitRest();

    // Then
    for (String file : files()) {
      assertThat(Files.getLastModifiedTime(site.resolve(file))).as(file).isEqualTo(LONG_AGO);
    }
    assertThat(files()).hasSize(3);
    assertThat(log.publications().values())
        .extracting(Publication::outcome)
        .containsOnly(Outcome.UNCHANGED);
  }

  @Test
  void shouldGoToThePresentStateAtOnceWhenItWasAway() throws Exception {
    // Given
    for (int revision = 1; revision <= 300; revision++) {
      log.send(A.version(1, revision).saying("revision " + revision).get());
      log.send(B.version(1, revision).at("content/news/b" + revision + ".md").get());
    }

    // When
    sink.start();
    awaitRest();

    // Then
    assertThat(store.writes())
        .extracting(write -> write.document().id() + " " + write.document().revision())
        .containsExactlyInAnyOrder("open-project:1 300", "open-project:2 300");
    assertThat(files()).containsExactly("content/news/a/index.md", "content/news/b300.md");
    log.send(A.version(1, 301).get());
    awaitRest();
    assertThat(store.writes()).hasSize(3);
  }

  @Test
  void shouldHoldNoMoreThanAFewImagesInMemory() throws Exception {
    // Given
    String large = "x".repeat(7 * 1024 * 1024);
    List<TestDocuments> documents =
        IntStream.range(100, 200)
            .mapToObj(i -> document(Integer.toString(i), "content/news/" + i + "/index.md"))
            .filter(each -> Partitioning.forCuration(each.id(), TestLog.PARTITIONS) == 0)
            .limit(9)
            .toList();
    for (TestDocuments each : documents) {
      log.send(each.with("a.jpeg", large, log.image(each.key(), large)).get());
    }

    // When
    sink.start();
    awaitRest();

    // Then
    assertThat(store.writes()).hasSize(9);
    assertThat(store.mostImageBytes()).isBetween(32L * 1024 * 1024, 39L * 1024 * 1024);
    assertThat(files()).hasSize(18);
  }

  @Test
  void shouldSeeNothingOfAnAbortedTransactionAndLeaveNoLagBehindIt() throws Exception {
    // Given
    sink.start();

    // When
    try (KafkaProducer<byte[], byte[]> producer = log.transactionalProducer("enrich")) {
      producer.beginTransaction();
      producer.send(TestLog.record(A.get())).get();
      producer.abortTransaction();
      producer.beginTransaction();
      producer.send(TestLog.record(B.get())).get();
      producer.commitTransaction();
    }
    awaitRest();

    // Then
    assertThat(files()).containsExactly("content/news/b.md");
    assertThat(log.publications()).containsOnlyKeys(B.id());
  }

  @Test
  void shouldFollowATopicThatIsCreatedAnew() throws Exception {
    // Given
    sink.start();
    log.send(A.version(5, 70).get());
    log.send(B.version(5, 70).get());
    awaitRest();

    // When
    log.recreateTopics();
    log.send(A.version(5, 1).saying("a new log, a new count").get());
    log.send(B.version(4, 99).saying("older in the source").get());

    // Then
    patiently()
        .untilAsserted(
            () ->
                assertThat(log.publications().get(A.id()))
                    .isNotNull()
                    .extracting(Publication::revision)
                    .isEqualTo(1L));
    awaitRest();
    assertThat(tree().get(A.path())).endsWith("a new log, a new count");
    assertThat(tree().get(B.path())).endsWith("Body of 2");
    assertThat(log.publications().get(B.id()).version().number()).isEqualTo(5);
  }

  private Map<String, List<Outcome>> outcomes() {
    Map<String, List<Outcome>> outcomes = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> each : log.read(Topics.PUBLICATIONS.name())) {
      Publication publication =
          Topics.PUBLICATIONS.serde().deserializer().deserialize("", each.value());
      outcomes
          .computeIfAbsent(publication.id().toString(), id -> new ArrayList<>())
          .add(publication.outcome());
    }
    return outcomes;
  }

  private void age() throws Exception {
    for (String file : files()) {
      Files.setLastModifiedTime(site.resolve(file), LONG_AGO);
    }
  }

  private List<String> files() throws Exception {
    return tree().keySet().stream().sorted().toList();
  }

  private Map<String, String> tree() throws Exception {
    Map<String, String> tree = new HashMap<>();
    try (Stream<Path> paths = Files.walk(site)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        tree.put(site.relativize(path).toString(), Files.readString(path));
      }
    }
    return tree;
  }
}
