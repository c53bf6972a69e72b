package org.curation.ingest.offerings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.curation.embedded.testing.TestBroker;
import org.curation.ingest.source.KnownOfferings;
import org.curation.ingest.source.RunningSource;
import org.curation.ingest.testing.FeedServer;
import org.curation.ingest.testing.FeedServer.Reply;
import org.curation.ingest.testing.Topic;
import org.curation.model.topic.Topics;
import org.curation.service.configuration.ConfigurationReader;
import org.curation.service.metrics.StageObserver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds of offerings, polled into a real broker. */
class OfferingFeedIT {
  private static final String ONE = "{\"offeringId\":1,\"label\":\"one\",\"categories\":[]}\n";
  private static final String TWO = "{\"offeringId\":2,\"label\":\"two\",\"categories\":[]}\n";

  private final TestBroker broker = TestBroker.start();
  private FeedServer server;

  @TempDir Path folder;

  @BeforeEach
  void start() throws Exception {
    broker.createTopics(2);
    server = new FeedServer();
  }

  @AfterEach
  void stop() {
    server.close();
    broker.close();
  }

  @Test
  void shouldAskWithTheLastEtagAlsoAfterARestart() {
    // Given
    server.answer(
        asked ->
            "\"v1\"".equals(asked.headers().get("if-none-match"))
                ? Reply.of(304, "")
                : new Reply(200, ONE + TWO, Map.of("ETag", "\"v1\"")));

    // When
    RunningSource source = source("url", server.address() + "/offerings");
    source.start();
    until(() -> server.asked().size() >= 3 && source.failing().isEmpty());
    source.close();
    int before = server.asked().size();
    RunningSource again = source("url", server.address() + "/offerings");
    again.start();
    until(() -> server.asked().size() > before && again.failing().isEmpty());
    again.close();

    // Then
    assertThat(server.asked().stream().filter(a -> !a.headers().containsKey("if-none-match")))
        .hasSize(1);
    assertThat(server.asked().get(0).headers()).containsEntry("authorization", "Bearer hush");
    assertThat(Topic.values(broker.connection(), Topics.OFFERINGS.name())).hasSize(2);
  }

  @Test
  void shouldFollowAFileAndNotWithdrawOnABrokenLine() throws Exception {
    // Given
    Path file = folder.resolve("offerings.jsonl");
    RunningSource source = source("file", file.toString());
    source.start();
    until(() -> source.failing().orElse("").contains("ingest.offerings.file"));

    // When / Then
    Files.writeString(file, ONE + TWO);
    until(() -> known().size() == 2);
    Files.writeString(file, ONE + "{broken\n");
    until(() -> source.refusal().orElse("").contains("could not be read, so none is withdrawn"));
    assertThat(known()).hasSize(2);
    assertThat(Topic.values(broker.connection(), Topics.DEAD_LETTERS.name())).isNotEmpty();
    Files.writeString(file, TWO);
    until(
        () ->
            known().equals(Set.of(2L)) && source.refusal().isEmpty() && source.failing().isEmpty());
    source.close();
  }

  private Set<Long> known() {
    return KnownOfferings.load(broker.connection()).keySet();
  }

  private RunningSource source(String kind, String place) {
    Map<String, String> environment = new HashMap<>();
    environment.put("CURATION_INGEST_OFFERINGS_" + kind.toUpperCase(java.util.Locale.ROOT), place);
    environment.put("CURATION_INGEST_OFFERINGS_EVERY", "100ms");
    environment.put("CURATION_KAFKA_BOOTSTRAP_SERVERS", broker.connection().bootstrapServers());
    if (kind.equals("url")) {
      environment.put("CURATION_INGEST_OFFERINGS_TOKEN", "hush");
    }
    return OfferingFeed.of(
        ConfigurationReader.read(Optional.empty(), environment, Set.of("kafka", "ingest")),
        broker.connection(),
        StageObserver.NONE,
        Clock.systemUTC());
  }

  private static void until(java.util.concurrent.Callable<Boolean> condition) {
    await().atMost(Duration.ofSeconds(30)).until(condition);
  }
}
