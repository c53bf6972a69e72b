package org.curation.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.curation.embedded.testing.TestBroker;
import org.curation.ingest.files.DirectorySource;
import org.curation.ingest.openproject.WebhookSignature;
import org.curation.ingest.testing.Shared;
import org.curation.model.AcceptedCuration;
import org.curation.model.AcceptedCuration.State;
import org.curation.model.CurationId;
import org.curation.model.Version;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.Partitioning;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IngestRunIT {
  private static final int PARTITIONS = 3;

  private final TestBroker broker = TestBroker.start();
  private final KafkaConnection connection = broker.connection();

  @TempDir Path folder;

  @BeforeAll
  void createTopics() {
    assertThat(AcceptedIndex.load(connection))
        .as("before there is a topic")
        .isEqualTo(AcceptedIndex.empty());
    broker.createTopics(PARTITIONS);
  }

  @AfterAll
  void stop() {
    broker.close();
  }

  @Test
  void shouldPublishTheFixturesAndReplaceLettersOnASecondRun() throws IOException {
    // Given
    Shared.copy(Shared.fixtures(), folder);
    Files.writeString(folder.resolve("broken.json"), "{broken");
    List<Long> progress = new ArrayList<>();

    // When
    IngestReport first = new IngestRun(connection, source(), progress::add).run();
    IngestReport second = new IngestRun(connection, source(), progress::add).run();

    // Then
    assertThat(second).isEqualTo(first);
    assertThat(first.curations())
        .hasSize(5)
        .containsEntry(CurationId.parse("open-project:7891"), new Version(0, 3));
    assertThat(first.offerings()).isEqualTo(5);
    assertThat(first.skipped().get("error response").count()).isEqualTo(6);
    assertThat(first.rejected()).containsOnlyKeys("signature does not match");
    assertThat(first.deadLettered()).containsOnlyKeys("not-json");
    assertThat(progress).endsWith(first.read());

    List<ConsumerRecord<byte[], byte[]>> raw = read(Topics.RAW);
    assertThat(raw).hasSize((int) (2 * first.records()));
    assertThat(raw)
        .allSatisfy(
            entry -> {
              CurationId id =
                  Topics.RAW.serde().deserializer().deserialize("raw", entry.value()).id();
              assertThat(key(entry)).isEqualTo(id.toString());
              assertThat(entry.partition()).isEqualTo(Partitioning.forCuration(id, PARTITIONS));
            });
    assertThat(newest(read(Topics.OFFERINGS))).hasSize(5);
    assertThat(newest(read(Topics.DEAD_LETTERS))).containsOnlyKeys("ingest/file/broken.json#0");
  }

  @Test
  void shouldLoadWhatWasAcceptedAndBearWithWhatIsNot() {
    // Given
    AcceptedCuration kept = accepted("open-project:1", 2);
    AcceptedCuration newer = accepted("open-project:1", 3);
    AcceptedCuration removed = accepted("open-project:2", 1);
    AcceptedCuration other = accepted("dropmark:7", 9);
    JsonSerde<AcceptedCuration> json = JsonSerde.of(AcceptedCuration.class);

    // When
    try (KafkaProducer<String, byte[]> producer = producer()) {
      for (AcceptedCuration item : List.of(kept, newer, removed, other)) {
        send(producer, item.id().toString(), json.write(item));
      }
      send(producer, "open-project:2", null);
      send(producer, "open-project:3", "{broken".getBytes(StandardCharsets.UTF_8));
      send(producer, "no id", json.write(kept));
    }

    // Then
    assertThat(AcceptedIndex.load(connection).accepted())
        .isEqualTo(Map.of(newer.id(), newer, other.id(), other));
  }

  @Test
  void shouldFailWhenNoBrokerAnswers() {
    // Given
    Source source =
        new Source() {
          @Override
          public String name() {
            return "elsewhere";
          }

          @Override
          public void read(java.util.function.Consumer<? super SourceItem> out) {
            out.accept(new SourceItem.OfferingWithdrawn(1));
          }
        };
    KafkaConnection nowhere = new KafkaConnection("localhost:1", Map.of("max.block.ms", "500"));

    // When / Then
    assertThatThrownBy(() -> new IngestRun(nowhere, source, done -> {}).run())
        .isInstanceOf(PublishException.class)
        .hasMessageContaining("curation.offerings");
  }

  private DirectorySource source() {
    return new DirectorySource(
        folder,
        Optional.of(WebhookSignature.of(Shared.SECRET)),
        AcceptedIndex.empty(),
        DirectorySource.Options.defaults());
  }

  private KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(
        connection.producer("test"), new StringSerializer(), new ByteArraySerializer());
  }

  private static void send(
      KafkaProducer<String, byte[]> producer, String key, byte @Nullable [] value) {
    var unused = producer.send(new ProducerRecord<>(Topics.ACCEPTED.name(), key, value));
  }

  private static AcceptedCuration accepted(String id, long number) {
    return new AcceptedCuration(
        CurationId.parse(id), new Version(0, number), State.PUBLISHED, "lane", null);
  }

  private List<ConsumerRecord<byte[], byte[]>> read(TopicSpec<?> topic) {
    List<ConsumerRecord<byte[], byte[]>> entries = new ArrayList<>();
    TopicSnapshot.read(connection, topic.name(), entries::add);
    return entries;
  }

  private static Map<String, ConsumerRecord<byte[], byte[]>> newest(
      List<ConsumerRecord<byte[], byte[]>> entries) {
    Map<String, ConsumerRecord<byte[], byte[]>> newest = new TreeMap<>();
    entries.forEach(entry -> newest.put(key(entry), entry));
    return newest;
  }

  private static String key(ConsumerRecord<byte[], byte[]> entry) {
    return new String(entry.key(), StandardCharsets.UTF_8);
  }
}
