package org.curation.enrich.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.enrich.document.Enrichment;
import org.curation.enrich.state.CurationState;
import org.curation.model.Document;
import org.curation.model.Offering;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.Topics;
import org.curation.service.metrics.StageObserver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task that starts with stores of a version that knew no relations and wrote names as keys. */
class OlderStateTest {
  private static final SiteConfiguration SITE = SiteConfiguration.load(Path.of("..", "site"));

  @TempDir Path folder;

  @Test
  void shouldBringEveryDocumentInLineAfterTheStart() throws Exception {
    // Given
    CurationState older = older(published());
    MockProcessorContext<byte[], byte[]> context = context();
    KeyValueStore<String, CurationState> curations = context.getStateStore(Names.CURATIONS);
    KeyValueStore<String, byte[]> categories = context.getStateStore(Names.CATEGORIES);
    KeyValueStore<String, Offering> offerings = context.getStateStore(Names.OFFERINGS);
    curations.put(older.id().toString(), older);
    categories.put("KLAS: Sleep\0" + older.id(), new byte[0]);
    categories.put("Symplur: Rest\0" + older.id(), new byte[0]);
    offerings.put("5", new Offering(5, "Pillow", List.of("klas: SLEEP")));
    CurationProcessor processor =
        new CurationProcessor(new Enrichment(SITE), SITE, StageObserver.NONE, new Rollout());

    // When
    processor.init(context);
    context.scheduledPunctuators().get(0).getPunctuator().punctuate(1000);
    Record<byte[], byte[]> round = forwarded(context, Names.ROUNDS_SINK).orElseThrow();
    context.resetForwards();
    context.setRecordMetadata(Topics.OFFERING_ROUNDS.name(), 0, 0);
    processor.process(round);

    // Then
    Document document =
        Topics.DOCUMENTS
            .serde()
            .deserializer()
            .deserialize("", forwarded(context, Names.DOCUMENTS_SINK).orElseThrow().value());
    assertThat(document.frontMatter().at("/relatedOfferings/0/label").asText()).isEqualTo("Pillow");
    assertThat(forwarded(context, Names.ROUNDS_SINK)).isEmpty();
    assertThat(new CategoryStore(categories).page("klas: sleep", "", 9)).hasSize(1);
    assertThat(categories.get("KLAS: Sleep\0" + older.id())).isNull();
  }

  /** A published state as this version writes it. */
  private CurationState published() {
    try (TopologyFixture pipeline = new TopologyFixture(folder, SITE)) {
      pipeline.raw(Given.news(1, 1, "Sleep Well"));
      assertThat(pipeline.documents()).hasSize(1);
      return pipeline.<CurationState>store(Names.CURATIONS).get(Given.id(1).toString());
    }
  }

  private static CurationState older(CurationState state) throws Exception {
    JsonSerde<CurationState> serde = JsonSerde.of(CurationState.class);
    ObjectNode json =
        (ObjectNode) org.curation.model.topic.Json.mapper().readTree(serde.write(state));
    assertThat(json.remove("relation")).isNotNull();
    ArrayNode names = json.putArray("categories");
    names.add("KLAS: Sleep").add("Symplur: Rest");
    return serde.read(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private MockProcessorContext<byte[], byte[]> context() {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    MockProcessorContext<byte[], byte[]> context =
        new MockProcessorContext<>(config, new TaskId(0, 0), folder.toFile());
    context.setCurrentSystemTimeMs(Given.TIME.toEpochMilli());
    Stores stores = new Stores(org.apache.kafka.streams.state.Stores::inMemoryKeyValueStore);
    for (StoreBuilder<?> each : stores.ofCurations()) {
      StateStore store = each.withLoggingDisabled().build();
      store.init(context.getStateStoreContext(), store);
      context.addStateStore(store);
    }
    return context;
  }

  private static Optional<Record<byte[], byte[]>> forwarded(
      MockProcessorContext<byte[], byte[]> context, String child) {
    return context.forwarded(child).stream()
        .map(CapturedForward::record)
        .<Record<byte[], byte[]>>map(
            each -> new Record<>(each.key(), each.value(), each.timestamp()))
        .findFirst();
  }
}
