package org.curation.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curation.sink.store.TestDocuments.document;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.curation.model.ImageFacts.ImagePosition;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.Topics;
import org.curation.service.UserError;
import org.curation.sink.store.TestDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Poison, missing images, and stores that are slow or away, on a real broker. */
@Timeout(120)
class SinkWriterTroubleIT extends SinkScene {
  private static final TestDocuments A = document("1", "content/news/a/index.md");
  private static final TestDocuments B = document("2", "content/news/b.md");

  @Test
  void shouldDeadLetterPoisonWithItsBytesAndMoveOn() throws Exception {
    // Given
    byte[] poison = TestLog.bytes("{\"id\": \"open-project:1\", ");
    sink.start();

    // When
    RecordMetadata sent = log.send(TestLog.bytes("open-project:1"), poison);
    log.send(A.get());
    awaitRest();

    // Then
    assertThat(site.resolve(A.path())).exists();
    List<ConsumerRecord<byte[], byte[]>> letters = log.read(Topics.DEAD_LETTERS.name());
    assertThat(letters).hasSize(1);
    ConsumerRecord<byte[], byte[]> letter = letters.get(0);
    assertThat(letter.value()).isEqualTo(poison);
    assertThat(letter.key())
        .isEqualTo(
            TestLog.bytes(
                "sink/curation.documents/%d/%d".formatted(sent.partition(), sent.offset())));
    assertThat(letter.headers().lastHeader(DeadLetterHeaders.ORIGINAL_KEY).value())
        .isEqualTo(TestLog.bytes("open-project:1"));
    assertThat(EventHeaders.read(letter.headers(), DeadLetterHeaders.STAGE)).isEqualTo("sink");
    assertThat(EventHeaders.read(letter.headers(), DeadLetterHeaders.REASON))
        .isEqualTo("undecodable");
  }

  @Test
  void shouldDeadLetterEachKindOfWhatCanNeverBeWritten() throws Exception {
    // Given
    log.send(A.get());
    sink.start();
    awaitRest();

    // When
    log.send(TestLog.bytes("no id"), TestLog.bytes("{}"));
    log.send(TestLog.bytes("open-project:2"), TestLog.record(A.get()).value());
    log.send(TestLog.bytes("open-project:2"), null);
    log.send(document("3", "content/../../evil.md").get());
    log.send(document("4", A.path()).get());
    log.send(
        document("5", "content/news/5.md")
            .with("5.jpeg", "never stored", new ImagePosition(A.key(), 0, 0))
            .get());
    log.send(
        document("6", "content/news/6.md")
            .with("6.jpeg", "no such partition", new ImagePosition(A.key(), 99, 0))
            .get());
    log.send(B.get());
    awaitRest();

    // Then
    assertThat(deadLetterReasons())
        .containsExactly(
            "bad-key",
            "id-mismatch",
            "image-missing",
            "image-missing",
            "path-taken",
            "undecodable",
            "unsafe-path");
    assertThat(hugo.entries()).extracting(entry -> entry.id()).containsExactly(A.id(), B.id());
    assertThat(folder.resolve("evil.md")).doesNotExist();
    assertThat(log.publications()).containsOnlyKeys(A.id(), B.id());
    assertThat(sink.failure()).isEmpty();
  }

  @Test
  void shouldCloseItsLettersWhenALaterDocumentIsWritten() throws Exception {
    // Given
    sink.start();
    log.send(TestLog.bytes("open-project:3"), TestLog.bytes("{"));
    RecordMetadata first = log.send(document("3", "content/../../evil.md").get());
    RecordMetadata other = log.send(document("4", "content/../../evil.md").get());
    awaitRest();
    restart();

    // When
    RecordMetadata second = log.send(document("3", "content/../../worse.md").next().get());
    awaitRest();
    log.send(document("3", "content/news/3.md").next().next().get());
    awaitRest();

    // Then
    Map<String, String> decisions = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> each : log.read(Topics.DEAD_LETTERS.name())) {
      String decision = EventHeaders.read(each.headers(), DeadLetterHeaders.DECISION);
      decisions.put(
          new String(each.key(), StandardCharsets.UTF_8), decision == null ? "open" : decision);
    }
    assertThat(decisions)
        .containsEntry(id(first), "resolved")
        .containsEntry(id(second), "resolved")
        .containsEntry(id(other), "open")
        .containsValue("open")
        .hasSize(4);
  }

  private static String id(RecordMetadata place) {
    return DeadLetterHeaders.letterId("sink", place.topic(), place.partition(), place.offset());
  }

  @Test
  void shouldWaitOutAStoreThatIsAwayAndSkipNothing() throws Exception {
    // Given
    store.failNext(4);
    sink.start();

    // When
    log.send(A.get());
    log.send(B.get());
    awaitRest();

    // Then
    assertThat(store.failuresToCome()).isZero();
    assertThat(site.resolve(A.path())).exists();
    assertThat(site.resolve(B.path())).exists();
    assertThat(deadLetterReasons()).isEmpty();
  }

  @Test
  void shouldKeepItsPartitionsWhileTheStoreHangsLongerThanThePollInterval() throws Exception {
    // Given
    sink.close();
    sink =
        new SinkWriter(
            connection(Map.of("max.poll.interval.ms", "6000", "session.timeout.ms", "6000")),
            store,
            Clock.systemUTC());
    sink.start();
    log.send(A.get());
    awaitRest();
    String member = member();
    CountDownLatch open = new CountDownLatch(1);
    store.hold(open);
    log.send(B.get());
    Instant hung = Instant.now();

    // When
    patiently().until(() -> Duration.between(hung, Instant.now()).toSeconds() >= 13);
    String memberWhileHanging = member();
    open.countDown();
    awaitRest();

    // Then
    assertThat(memberWhileHanging).isEqualTo(member);
    assertThat(member()).isEqualTo(member);
    assertThat(store.writes())
        .extracting(write -> write.document().id())
        .containsExactly(A.id(), B.id());
  }

  @Test
  void shouldFinishTheBatchInHandWhenClosed() throws Exception {
    // Given
    CountDownLatch open = new CountDownLatch(1);
    store.hold(open);
    sink.start();
    log.send(A.get());
    Thread closing = new Thread(sink::close);

    // When
    patiently()
        .until(
            () ->
                Thread.getAllStackTraces().entrySet().stream()
                    .anyMatch(
                        each ->
                            each.getKey().getName().equals("sink-hugo-store")
                                && List.of(each.getValue())
                                    .toString()
                                    .contains("WatchedStore.trouble")));
    closing.start();
    open.countDown();
    closing.join();

    // Then
    assertThat(site.resolve(A.path())).exists();
    assertThat(log.lag()).isZero();
    assertThat(sink.failure()).isEmpty();
  }

  @Test
  void shouldCloseInAnOutageAndRedoTheBatchAtTheNextStart() throws Exception {
    // Given
    store.failNext(1_000_000);
    sink.start();
    log.send(A.get());
    patiently().until(() -> store.failuresToCome() < 999_998);

    // When
    sink.close();
    boolean writtenInTheOutage = Files.exists(site.resolve(A.path()));
    restart();
    awaitRest();

    // Then
    assertThat(writtenInTheOutage).isFalse();
    assertThat(site.resolve(A.path())).exists();
    assertThat(sink.failure()).isEmpty();
  }

  @Test
  void shouldStopLoudlyWhenDocumentsWereDeletedUnread() throws Exception {
    // Given
    sink.start();
    log.send(A.get());
    awaitRest();
    sink.close();
    RecordMetadata last = log.send(A.next().get());
    ConfigResource documents = new ConfigResource(ConfigResource.Type.TOPIC, last.topic());
    AlterConfigOp deletable =
        new AlterConfigOp(
            new ConfigEntry("cleanup.policy", "compact,delete"), AlterConfigOp.OpType.SET);
    log.admin().incrementalAlterConfigs(Map.of(documents, List.of(deletable))).all().get();
    log.admin()
        .deleteRecords(
            Map.of(
                new TopicPartition(last.topic(), last.partition()),
                RecordsToDelete.beforeOffset(last.offset() + 1)))
        .all()
        .get();

    // When
    restart();

    // Then
    patiently().until(() -> sink.failure().isPresent());
    assertThat(sink.failure())
        .get()
        .isInstanceOf(UserError.class)
        .extracting(Throwable::getMessage)
        .asString()
        .contains("curation.documents-" + last.partition());
  }

  private static String member() throws Exception {
    Collection<MemberDescription> members =
        log.admin()
            .describeConsumerGroups(List.of("curation-sink-hugo"))
            .all()
            .get()
            .get("curation-sink-hugo")
            .members();
    assertThat(members).hasSize(1);
    return members.iterator().next().consumerId();
  }
}
