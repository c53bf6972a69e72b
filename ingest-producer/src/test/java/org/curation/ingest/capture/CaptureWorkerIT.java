package org.curation.ingest.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.curation.ingest.testing.Shared;
import org.curation.model.CanonicalJson;
import org.curation.model.Capture;
import org.curation.model.CaptureKey;
import org.curation.model.CaptureRequest;
import org.curation.model.ImageFacts;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.Partitioning;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.curation.service.metrics.StageObserver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CaptureWorkerIT {
  private static final Instant NOW = Instant.parse("2022-02-02T02:02:02Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final JsonSerde<CaptureRequest> REQUESTS = JsonSerde.of(CaptureRequest.class);
  private static final JsonSerde<Capture> CAPTURES = JsonSerde.of(Capture.class);

  private final CaptureScene scene = new CaptureScene();
  private final KafkaConnection connection = scene.broker().connection();

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void shouldAnswerFromRecordings() {
    // Given
    Fetcher recorded = new RecordedResources(Shared.fixtures());
    ask(
        "open-project:3719|page",
        "https://www.healthitoutcomes.com/doc/finding-the-balance-between-patient-outreach-and-patient-care-with-technology-0001",
        "");
    ask(
        "open-project:3719|featured-image",
        "/api/v3/attachments/9831/content",
        "Curated_Featured_Image.jpg");
    ask(
        "open-project:3809|featured-image",
        "/api/v3/attachments/9952/content",
        "Curated_Featured_Image.png");
    ask("dropmark:9000001|featured-image", "https://fixture.invalid/thumbnail.jpg", "");
    ask("open-project:1|page", "https://example.org/", "");
    ask("open-project:1|featured-image", "/api/v3/attachments/9952/content", "../up.png");
    ask(
        "open-project:2|featured-image",
        "https://www.tranquilmoney.com/blog/how-physicians-can-improve-patient-engagement-using-technology/",
        "");
    ask("open-project:2|unheard-of", "https://fixture.invalid/thumbnail.jpg", "");
    send("open-project:4|page", "{broken".getBytes(StandardCharsets.UTF_8));
    send("open-project:5|page", null);

    // When
    try (CaptureWorker worker = new CaptureWorker(connection, recorded, CLOCK)) {
      worker.start();
      awaitCommitted(10);
      assertThat(worker.failure()).isEmpty();
      await().atMost(CaptureScene.SOON).until(worker::idle);
    }

    // Then
    Map<String, Capture> captures = captures();
    assertThat(captures).hasSize(8);
    assertThat(result(captures, "open-project:1|page")).isEqualTo(Capture.Result.GONE);
    assertThat(result(captures, "open-project:1|featured-image")).isEqualTo(Capture.Result.REFUSED);
    assertThat(result(captures, "open-project:2|featured-image"))
        .isEqualTo(Capture.Result.UNUSABLE);
    assertThat(result(captures, "open-project:2|unheard-of")).isEqualTo(Capture.Result.REFUSED);
    Capture page = captures.get("open-project:3719|page");
    assertThat(page).isNotNull();
    assertThat(page.page()).isNotNull();
    assertThat(page.page().html()).contains("<html");
    assertThat(page.capturedAt()).isEqualTo(NOW);
    for (String key : List.of("open-project:3719", "open-project:3809", "dropmark:9000001")) {
      assertImage(captures.get(key + "|featured-image"));
    }
    assertThat(scene.read(Topics.DEAD_LETTERS))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.value()).isEqualTo("{broken".getBytes(StandardCharsets.UTF_8));
              assertThat(EventHeaders.read(letter.headers(), DeadLetterHeaders.STAGE))
                  .isEqualTo("capture");
              assertThat(EventHeaders.read(letter.headers(), DeadLetterHeaders.ORIGINAL_KEY))
                  .isEqualTo("open-project:4|page");
            });
    assertThat(scene.read(Topics.CAPTURES))
        .allSatisfy(
            entry ->
                assertThat(EventHeaders.read(entry.headers(), EventHeaders.TRACE_PARENT))
                    .startsWith(TRACE.substring(0, 36)));
  }

  @Test
  void shouldAnswerEachRequestOnceAcrossRestarts() {
    // Given
    int requests = 120;
    for (int i = 0; i < requests; i++) {
      ask("open-project:" + i + "|page", "https://host" + i + ".example/", "");
    }
    AtomicInteger fetches = new AtomicInteger();
    Fetcher fetcher =
        request -> {
          fetches.incrementAndGet();
          return CaptureScene.page(request, "<html>x</html>");
        };

    // When
    try (CaptureWorker first = new CaptureWorker(connection, fetcher, CLOCK, "a")) {
      first.start();
      await().atMost(CaptureScene.SOON).until(() -> fetches.get() > 0);
    }
    try (CaptureWorker second = new CaptureWorker(connection, fetcher, CLOCK, "a")) {
      second.start();
      awaitCommitted(requests);
    }

    // Then
    assertThat(scene.read(Topics.CAPTURES)).hasSize(requests);
    assertThat(captures()).hasSize(requests);
  }

  @Test
  void shouldGoOnAfterAFetcherThatThrows() {
    // Given
    ask("open-project:1|page", "https://one.example/", "");

    // When
    try (CaptureWorker worker =
        new CaptureWorker(
            connection,
            request -> {
              throw new IllegalStateException("a bug");
            },
            CLOCK)) {
      worker.start();
      awaitCommitted(1);
    }

    // Then
    Capture capture = captures().get("open-project:1|page");
    assertThat(capture).isNotNull();
    assertThat(capture.result()).isEqualTo(Capture.Result.GAVE_UP);
    assertThat(capture.reason()).contains("a bug");
  }

  @Test
  void shouldStopWhenAnotherInstanceTookItsName() {
    // Given
    ask("open-project:1|page", "https://one.example/", "");
    Fetcher fetcher =
        request -> {
          // Makes the worker's own producer a zombie, and again when it comes back: brokers may
          // call
          // it out of date first, as they do after a stall, which is no reason to stop.
          try (KafkaProducer<String, byte[]> usurper =
              new KafkaProducer<>(
                  connection.transactionalProducer("usurper", CaptureWorker.GROUP + "-x"),
                  new StringSerializer(),
                  new ByteArraySerializer())) {
            usurper.initTransactions();
          }
          return new Fetched.Gone("gone");
        };

    // When
    try (CaptureWorker worker = new CaptureWorker(connection, fetcher, CLOCK, "x")) {
      worker.start();
      await().atMost(CaptureScene.SOON).until(() -> worker.failure().isPresent());

      // Then
      assertThat(worker.failure()).get().isInstanceOf(ProducerFencedException.class);
      assertThat(worker.idle()).isTrue();
      assertThat(committed()).isZero();
      assertThat(scene.read(Topics.CAPTURES)).isEmpty();
    }
  }

  @Test
  void shouldReReadAfterATransactionThatFailed() {
    // Given
    int requests = 3;
    for (int i = 0; i < requests; i++) {
      ask("open-project:" + i + "|featured-image", "https://host" + i + ".example/", "");
    }
    byte[] jpeg = Images.encoded("jpeg", 8, 8);
    AtomicInteger fetches = new AtomicInteger();
    Fetcher fetcher =
        request -> {
          fetches.incrementAndGet();
          return new Fetched.Bytes(jpeg, request.url(), Optional.empty());
        };
    AtomicInteger commits = new AtomicInteger();

    // When
    try (CaptureWorker worker =
        new CaptureWorker(
            connection,
            () -> flaky(commits),
            fetcher,
            CapturePolicy.recorded(),
            CLOCK,
            "y",
            StageObserver.NONE)) {
      worker.start();
      awaitCommitted(requests);
      assertThat(worker.failure()).isEmpty();
    }

    // Then
    assertThat(commits).hasValueGreaterThan(1);
    assertThat(fetches).hasValueGreaterThan(requests);
    assertThat(scene.read(Topics.CAPTURES)).hasSize(requests);
    assertThat(scene.read(Topics.IMAGES)).hasSize(requests);
    captures().values().forEach(this::assertImage);
  }

  /** A producer whose first commit fails after everything was sent. */
  private KafkaProducer<String, byte[]> flaky(AtomicInteger commits) {
    return new KafkaProducer<>(
        connection.transactionalProducer("flaky", "flaky"),
        new StringSerializer(),
        new ByteArraySerializer()) {
      @Override
      public void commitTransaction() {
        if (commits.incrementAndGet() == 1) {
          flush();
          throw new TimeoutException("no answer to the first commit");
        }
        super.commitTransaction();
      }
    };
  }

  @Test
  void shouldCloseWithoutEverHavingStarted() {
    // Given
    CaptureWorker worker = new CaptureWorker(connection, request -> new Fetched.Gone("x"), CLOCK);

    // When
    worker.close();

    // Then
    assertThat(worker.failure()).isEmpty();
    assertThat(worker.idle()).isTrue();
  }

  private void assertImage(@Nullable Capture capture) {
    assertThat(capture).isNotNull();
    ImageFacts facts = capture.image();
    assertThat(facts).isNotNull();
    ConsumerRecord<byte[], byte[]> stored =
        scene.read(Topics.IMAGES).stream()
            .filter(entry -> entry.partition() == facts.position().partition())
            .filter(entry -> entry.offset() == facts.position().offset())
            .findFirst()
            .orElseThrow();
    assertThat(CanonicalJson.sha256(stored.value())).isEqualTo(facts.sha256());
    assertThat(stored.value()).hasSize((int) facts.bytes());
    assertThat(new String(stored.key(), StandardCharsets.UTF_8))
        .isEqualTo(capture.key().toString());
    assertThat(stored.partition())
        .isEqualTo(Partitioning.forCapture(capture.key(), CaptureScene.PARTITIONS));
  }

  private void ask(String key, String url, String fileName) {
    CaptureRequest request = new CaptureRequest(CaptureKey.parse(key), 1, url, fileName);
    send(key, REQUESTS.write(request));
  }

  private void send(String key, byte @Nullable [] value) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            connection.producer("test"), new StringSerializer(), new ByteArraySerializer())) {
      ProducerRecord<String, byte[]> message =
          new ProducerRecord<>(Topics.CAPTURE_REQUESTS.name(), key, value);
      EventHeaders.set(message.headers(), EventHeaders.TRACE_PARENT, TRACE);
      var unused = producer.send(message);
    }
  }

  private void awaitCommitted(long requests) {
    await().atMost(CaptureScene.SOON).until(() -> committed() == requests);
  }

  private long committed() {
    try (Admin admin = Admin.create(connection.common("test-admin"))) {
      return admin
          .listConsumerGroupOffsets(CaptureWorker.GROUP)
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .mapToLong(OffsetAndMetadata::offset)
          .sum();
    } catch (ExecutionException e) {
      return 0; // the group does not exist yet
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Capture> captures() {
    Map<String, Capture> captures = new TreeMap<>();
    scene
        .read(Topics.CAPTURES)
        .forEach(
            entry ->
                captures.put(
                    new String(entry.key(), StandardCharsets.UTF_8), CAPTURES.read(entry.value())));
    return captures;
  }

  private static Capture.@Nullable Result result(Map<String, Capture> captures, String key) {
    Capture capture = captures.get(key);
    return capture == null ? null : capture.result();
  }
}
