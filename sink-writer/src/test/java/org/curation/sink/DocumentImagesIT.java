package org.curation.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curation.sink.store.TestDocuments.document;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;
import org.curation.embedded.testing.TestBroker;
import org.curation.model.CaptureKey;
import org.curation.model.ImageFacts.ImagePosition;
import org.curation.model.topic.Topics;
import org.curation.sink.Decoded.Incoming;
import org.curation.sink.DocumentImages.Found;
import org.curation.sink.hugo.HugoStore;
import org.curation.sink.store.TestDocuments;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DocumentImagesIT {
  private static final TestDocuments A = document("1", "content/a.md");
  private static TestBroker broker;
  private static TestLog log;

  @TempDir Path folder;
  private HugoStore store;
  private SinkClients clients;
  private DocumentImages images;

  @BeforeAll
  static void startBroker() {
    broker = TestBroker.start();
    log = new TestLog(broker);
  }

  @AfterAll
  static void stopBroker() {
    log.close();
    broker.close();
  }

  @BeforeEach
  void open() throws Exception {
    log.recreateTopics();
    store = HugoStore.open(folder.resolve("site"), folder.resolve("ledger"));
    clients = SinkClients.open(broker.connection(), "test");
    Cluster cluster = new Cluster(clients.admin());
    LogScan scan = new LogScan(clients.log(), cluster, new Closing());
    images = new DocumentImages(store, new ImageLog(scan, cluster), scan, cluster);
  }

  @AfterEach
  void close() {
    clients.close();
    store.close();
  }

  @Test
  void shouldFindAnImageAtItsPosition() throws Exception {
    // Given
    log.image(A.key(), "older");
    ImagePosition position = log.image(A.key(), "image");

    // When
    Found found = find(A.with("a.jpeg", "image", position));

    // Then
    assertBytes(found, "image");
  }

  @Test
  void shouldFindFilesOfEveryKindUnderTheirKeys() throws Exception {
    // Given
    CaptureKey icon = new CaptureKey(A.id(), CaptureKey.FAVICON);
    CaptureKey pdf = new CaptureKey(A.id(), CaptureKey.PDF);
    CaptureKey inBody = new CaptureKey(A.id(), CaptureKey.BODY_IMAGE + "7");
    TestDocuments withFiles =
        A.with("a-favicon.png", "icon", log.image(icon, "icon"))
            .with("a.pdf", "%PDF-1.7", log.image(pdf, "%PDF-1.7"))
            .with("a-7.png", "in body", log.image(inBody, "in body"));

    // When
    Found found = find(withFiles);

    // Then
    assertThat(found)
        .isInstanceOfSatisfying(
            Found.Complete.class,
            complete -> {
              assertThat(complete.bytes()).containsOnlyKeys("a-favicon.png", "a.pdf", "a-7.png");
              assertThat(complete.bytes().get("a.pdf")).isEqualTo(TestLog.bytes("%PDF-1.7"));
            });
  }

  @Test
  void shouldFindTheSameImageFurtherOnWhenCompactionTookTheFirst() throws Exception {
    // Given
    ImagePosition first = log.image(A.key(), "another");
    log.image(new CaptureKey(A.id(), "favicon"), "image");
    log.image(A.key(), "image");

    // When
    Found found = find(A.with("a.jpeg", "image", first));

    // Then
    assertBytes(found, "image");
  }

  @Test
  void shouldNotTakeBytesOfAnotherKeyOrHashOrFromBefore() throws Exception {
    // Given
    log.image(A.key(), "image");
    ImagePosition other = log.image(new CaptureKey(A.id(), "favicon"), "image");
    ImagePosition position = new ImagePosition(A.key(), other.partition(), other.offset());
    log.image(A.key(), "tampered");

    // When
    Found found = find(A.with("a.jpeg", "image", position));

    // Then
    assertThat(found).isInstanceOf(Found.Missing.class);
  }

  @Test
  void shouldSkipADocumentWithoutItsImageWhenANewerOneFollows() throws Exception {
    // Given
    TestDocuments withMissing = A.with("a.jpeg", "gone", new ImagePosition(A.key(), 0, 0));
    RecordMetadata sent = log.send(withMissing.get());
    log.send(document("2", "content/b.md").get());

    // When
    Found before = images.find(incoming(withMissing, sent));
    log.send(A.next().get());
    Found after = images.find(incoming(withMissing, sent));

    // Then
    assertThat(before).isInstanceOf(Found.Missing.class);
    assertThat(after).isInstanceOf(Found.Overtaken.class);
  }

  @Test
  void shouldFetchOnlyWhatTheStoreHasNot() throws Exception {
    // Given
    store.apply(List.of(A.with("a.jpeg", "image").write("epoch")));

    // When
    Found held = find(A.with("a.jpeg", "image", new ImagePosition(A.key(), 0, 12345)));
    Found unpublished = find(A.unpublished());

    // Then
    assertThat(held).isEqualTo(new Found.Complete(Map.of()));
    assertThat(unpublished).isEqualTo(new Found.Complete(Map.of()));
  }

  @Test
  void shouldWaitForAnImageBehindATransactionThatIsStillOpen() throws Exception {
    // Given
    try (KafkaProducer<byte[], byte[]> open = log.transactionalProducer("capture-1")) {
      open.beginTransaction();
      open.send(TestLog.imageRecord(A.key(), "of an open transaction")).get();
      ImagePosition position = log.image(A.key(), "image");

      // When
      CompletableFuture<Found> found =
          CompletableFuture.supplyAsync(() -> findUnchecked(A.with("a.jpeg", "image", position)));
      Awaitility.await()
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(10))
          .until(() -> !found.isDone());
      open.abortTransaction();

      // Then
      assertBytes(found.get(), "image");
    }
  }

  private Found findUnchecked(TestDocuments document) {
    try {
      return find(document);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Found find(TestDocuments document) throws Exception {
    return images.find(incoming(document, log.send(document.get())));
  }

  private static Incoming incoming(TestDocuments document, RecordMetadata sent) {
    return new Incoming(
        new ConsumerRecord<>(
            Topics.DOCUMENTS.name(),
            sent.partition(),
            sent.offset(),
            TestLog.bytes(document.id().toString()),
            new byte[0]),
        document.get());
  }

  private static void assertBytes(Found found, String content) {
    assertThat(found)
        .isInstanceOfSatisfying(
            Found.Complete.class,
            complete -> {
              assertThat(complete.bytes()).containsOnlyKeys("a.jpeg");
              assertThat(complete.bytes().get("a.jpeg")).isEqualTo(TestLog.bytes(content));
            });
  }
}
