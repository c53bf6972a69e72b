package org.curation.ingest.openproject.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.curation.embedded.testing.TestBroker;
import org.curation.ingest.openproject.api.OpenProjectClient;
import org.curation.ingest.openproject.api.OpenProjectContexts;
import org.curation.ingest.source.AcceptedView;
import org.curation.ingest.source.RunningSource;
import org.curation.ingest.testing.SimulatedOpenProject;
import org.curation.model.AcceptedCuration;
import org.curation.model.AcceptedCuration.State;
import org.curation.model.CurationContext;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.curation.service.metrics.StageObserver;

/** A broker, a simulated OpenProject and a poller between them. */
final class PollerScene implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Comparator<RawCuration> AGE =
      Comparator.comparing(RawCuration::version)
          .thenComparing(raw -> raw.event() == SourceEvent.DELETED)
          .thenComparing(
              RawCuration::updatedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .thenComparing(
              raw -> raw.context() == null ? null : raw.context().asOf(),
              Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

  final SimulatedOpenProject openProject = new SimulatedOpenProject();
  private final TestBroker broker = TestBroker.start();
  private AcceptedView accepted = new AcceptedView(connection());
  private RunningSource poller;

  PollerScene() {
    broker.createTopics(2);
    poller = poller(connection(), openProject.url(), settings(), accepted);
  }

  /** Polls very often, compares when told to by a restart. */
  static Settings settings() {
    return new Settings(
        List.of(),
        List.of("Curated Content"),
        Duration.ofMillis(100),
        Duration.ofSeconds(5),
        200,
        Duration.ofHours(1),
        0.2,
        Duration.ofSeconds(2),
        Duration.ofMillis(50),
        Duration.ofMillis(400));
  }

  static RunningSource poller(
      KafkaConnection connection, URI url, Settings settings, AcceptedView accepted) {
    return OpenProjectPoller.of(
        settings,
        new OpenProjectContexts(
            new OpenProjectClient(url, SimulatedOpenProject.TOKEN, settings.timeout())),
        connection,
        accepted,
        StageObserver.NONE,
        Clock.systemUTC());
  }

  KafkaConnection connection() {
    return broker.connection();
  }

  RunningSource poller() {
    return poller;
  }

  void start() {
    accepted.start();
    poller.start();
  }

  /** A new process, as it were, which compares everything at its start. */
  void restart(Settings settings) {
    stop();
    accepted = new AcceptedView(connection());
    poller = poller(connection(), openProject.url(), settings, accepted);
    start();
  }

  void stop() {
    poller.close();
    accepted.close();
  }

  /** Waits until the newest of all raw records is what OpenProject holds, and polling is well. */
  void awaitEqual() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(
            () -> {
              assertThat(poller.failure()).isEmpty();
              assertThat(poller.failing()).isEmpty();
              Map<CurationId, JsonNode> live = new TreeMap<>();
              newest()
                  .forEach(
                      (id, raw) -> {
                        if (raw.event() != SourceEvent.DELETED) {
                          live.put(id, raw.payload());
                          assertComplete(raw);
                        }
                      });
              Map<CurationId, JsonNode> state = openProject.state();
              assertThat(live.keySet()).isEqualTo(state.keySet());
              state.forEach(
                  (id, json) ->
                      assertThat(live.get(id).get("subject")).isEqualTo(json.get("subject")));
            });
  }

  /** The newest record of each item. */
  Map<CurationId, RawCuration> newest() {
    Map<CurationId, RawCuration> newest = new HashMap<>();
    raw().forEach(raw -> newest.merge(raw.id(), raw, (a, b) -> AGE.compare(b, a) >= 0 ? b : a));
    return newest;
  }

  List<RawCuration> raw() {
    List<RawCuration> all = new java.util.ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            connection().consumer("test"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          List.of(
              new TopicPartition(Topics.RAW.name(), 0), new TopicPartition(Topics.RAW.name(), 1));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      JsonSerde<RawCuration> json = JsonSerde.of(RawCuration.class);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(entry -> all.add(json.read(entry.value())));
      }
    }
    return all;
  }

  /** Says that all newest records are accepted, as enrichment would. */
  void accept() {
    JsonSerde<AcceptedCuration> json = JsonSerde.of(AcceptedCuration.class);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            connection().producer("test"), new StringSerializer(), new ByteArraySerializer())) {
      newest()
          .forEach(
              (id, raw) -> {
                boolean deleted = raw.event() == SourceEvent.DELETED;
                AcceptedCuration item =
                    new AcceptedCuration(
                        id, raw.version(), deleted ? State.DELETED : State.PUBLISHED, null, null);
                var unused =
                    producer.send(
                        new ProducerRecord<>(
                            Topics.ACCEPTED.name(), id.toString(), json.write(item)));
              });
    }
  }

  @Override
  public void close() {
    stop();
    openProject.close();
    broker.close();
  }

  private void assertComplete(RawCuration raw) {
    CurationContext context = raw.context();
    assertThat(context).isNotNull();
    assertThat(context.fields()).as("fields of %s", raw.id()).containsKey("cleanUrl");
    assertThat(context.attachments()).as("attachments of %s", raw.id()).hasSize(1);
    assertThat(context.project()).isNotNull();
    assertThat(context.author()).isEqualTo(openProject.author());
    int project = Integer.parseInt(String.valueOf(context.project().id()));
    assertThat(context.project().identifier()).isEqualTo(openProject.identifier(project));
  }
}
