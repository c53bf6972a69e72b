package org.curation.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.curation.embedded.testing.BrokerProcess;
import org.curation.ingest.source.AcceptedView;
import org.curation.ingest.source.ConfirmedPublisher;
import org.curation.ingest.testing.Records;
import org.curation.ingest.testing.Shared;
import org.curation.model.topic.Topics;
import org.curation.service.metrics.StageObserver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The interface before a broker that may go away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiBrokerIT {
  private static final String HOOK = "/webhooks/openproject";
  private static final int BURST = 1000;
  private static final int PARTITIONS = 2;

  private HttpClient client;
  private BrokerProcess broker;
  private AcceptedView view;
  private ApiServer server;

  @BeforeAll
  void start(@TempDir Path data) {
    broker = BrokerProcess.start(data.resolve("broker"));
    broker.createTopics(PARTITIONS);
    view = new AcceptedView(broker.connection());
    view.start();
    ApiLimits limits = ApiLimits.standard();
    server =
        ApiScene.server(
            limits,
            Optional.empty(),
            WebhookContext.UNKNOWN,
            ApiSource.publisher(
                new ConfirmedPublisher(
                    broker.connection(),
                    "test-api",
                    Clock.systemUTC(),
                    StageObserver.NONE,
                    Duration.ofSeconds(4),
                    limits.webhooks().requests())),
            ApiSource.accepted(view));
    server.start();
  }

  /** A connection that was silent for long may be closed in the moment in which it is used. */
  @BeforeEach
  void connectAfresh() {
    client = HttpClient.newHttpClient();
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @AfterAll
  void stop() {
    server.close();
    view.close();
    broker.close();
  }

  @Test
  void shouldTakeEverySignedFixtureAndNoTamperedOne() throws IOException {
    // Given
    Path folder = Shared.fixtures().resolve("openproject/webhooks");
    List<Path> files;
    try (var all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }

    // When
    Map<String, Integer> statuses = new HashMap<>();
    for (Path file : files) {
      String signature =
          Files.readString(Path.of(file.toString().replace(".json", ".sig"))).strip();
      statuses.put(
          String.valueOf(file.getFileName()), hook(Files.readString(file), signature).statusCode());
    }

    // Then
    assertThat(statuses).hasSize(10).containsEntry("3719_updated_tampered.json", 401);
    statuses.remove("3719_updated_tampered.json");
    assertThat(statuses.values()).containsOnly(202);
    assertThat(raw().stream().filter(id -> id.equals("open-project:7891"))).hasSize(3);
  }

  @Test
  void shouldStoreOneDeliveryOnceHoweverOftenItComes() {
    // Given
    String body = event(50_001);

    // When
    Set<Integer> statuses = new TreeSet<>();
    for (int i = 0; i < 100; i++) {
      statuses.add(hook(body, ApiScene.signature(body)).statusCode());
    }

    // Then
    assertThat(statuses).containsExactly(202);
    assertThat(raw().stream().filter(id -> id.equals("open-project:50001"))).hasSize(1);
  }

  @Test
  void shouldLoseNothingThatItAcceptedInABurst() {
    // Given
    Map<String, CompletableFuture<Integer>> answers = new HashMap<>();

    // When
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < BURST; i++) {
        String body = event(10_000 + i);
        answers.put(
            "open-project:" + (10_000 + i),
            CompletableFuture.supplyAsync(
                () -> hook(body, ApiScene.signature(body)).statusCode(), threads));
      }
    }

    // Then
    List<String> accepted = new ArrayList<>();
    answers.forEach(
        (id, status) -> {
          assertThat(status.join()).isIn(202, 503);
          if (status.join() == 202) {
            accepted.add(id);
          }
        });
    assertThat(accepted).hasSizeGreaterThanOrEqualTo(ApiLimits.standard().webhooks().requests());
    assertThat(raw()).containsAll(accepted);
    assertThat(server.bytesInHand()).isZero();
  }

  @Test
  void shouldSayLaterWhileTheBrokerIsAwayAndTakeRetriesWhenItIsBack() {
    // Given
    String before = event(60_001);
    assertThat(hook(before, ApiScene.signature(before)).statusCode()).isEqualTo(202);
    broker.kill9();

    // When
    String away = event(60_002);
    HttpResponse<String> first = hook(away, ApiScene.signature(away));
    long start = System.nanoTime();
    List<CompletableFuture<Integer>> meanwhile = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        String body = event(61_000 + i);
        meanwhile.add(
            CompletableFuture.supplyAsync(
                () -> hook(body, ApiScene.signature(body)).statusCode(), threads));
      }
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    boolean failing = server.failing().isPresent();
    broker.restart();

    // Then
    assertThat(first.statusCode()).isEqualTo(503);
    assertThat(first.headers().firstValue("Retry-After")).isPresent();
    assertThat(failing).isTrue();
    assertThat(meanwhile).allSatisfy(status -> assertThat(status.join()).isEqualTo(503));
    assertThat(took).isLessThan(Duration.ofSeconds(15));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> hook(away, ApiScene.signature(away)).statusCode() == 202);
    assertThat(raw()).contains("open-project:60001", "open-project:60002");
    assertThat(server.failing()).isEmpty();
  }

  private HttpResponse<String> hook(String body, String signature) {
    return ApiScene.send(
        client,
        server.port(),
        "POST",
        HOOK,
        body,
        "Content-Type",
        "application/json",
        "X-OP-Signature",
        signature);
  }

  private static String event(int id) {
    return "{\"action\":\"work_package:updated\",\"work_package\":"
        + Records.workPackage(id, 1, "Subject")
        + "}";
  }

  /** The keys of curation.raw. */
  private List<String> raw() {
    List<String> keys = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            broker.connection().consumer("test"),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.RAW.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(entry -> keys.add(entry.key()));
      }
    }
    return keys;
  }
}
