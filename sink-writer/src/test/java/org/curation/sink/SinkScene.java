package org.curation.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.curation.embedded.testing.TestBroker;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.curation.sink.hugo.HugoStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A broker with empty topics, an empty site, and a sink that a test starts and stops. */
abstract class SinkScene {
  private static TestBroker broker;
  static TestLog log;

  @TempDir Path folder;
  Path site;
  Path ledger;
  HugoStore hugo;
  WatchedStore store;
  SinkWriter sink;

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
  void emptyEverything() throws Exception {
    log.recreateTopics();
    site = folder.resolve("site");
    ledger = folder.resolve("ledger");
    openStore();
  }

  @AfterEach
  void stop() {
    sink.close();
    hugo.close();
  }

  /** Opens the store with a sink that is not started. */
  void openStore() {
    hugo = HugoStore.open(site, ledger);
    store = new WatchedStore(hugo);
    sink = new SinkWriter(connection(Map.of()), store, Clock.systemUTC());
  }

  void restart() {
    stop();
    openStore();
    sink.start();
  }

  static KafkaConnection connection(Map<String, String> properties) {
    return new KafkaConnection(broker.connection().bootstrapServers(), properties);
  }

  /** Waits until everything in the topic is in the store or in the dead letters. */
  void awaitRest() {
    patiently().untilAsserted(() -> assertThat(log.lag()).isZero());
  }

  static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
  }

  static List<String> deadLetterReasons() {
    return log.read(Topics.DEAD_LETTERS.name()).stream()
        .map(
            letter ->
                new String(
                    letter.headers().lastHeader("curation-reason").value(), StandardCharsets.UTF_8))
        .sorted()
        .toList();
  }
}
