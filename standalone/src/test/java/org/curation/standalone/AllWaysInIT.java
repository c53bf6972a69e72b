package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.curation.ingest.capture.Fetched;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.testing.SimulatedOpenProject;
import org.curation.ingest.testing.Topic;
import org.curation.model.AcceptedCuration;
import org.curation.model.CurationId;
import org.curation.model.Document;
import org.curation.model.Version;
import org.curation.model.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same items through webhook, poller and files, with the program as it is run. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AllWaysInIT {
  private static final int PROJECT = 101;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<List<Integer>> ORDERS =
      List.of(
          List.of(1, 2, 3),
          List.of(1, 3, 2),
          List.of(2, 1, 3),
          List.of(2, 3, 1),
          List.of(3, 1, 2),
          List.of(3, 2, 1));

  @TempDir private Path folder;
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);
  private SimulatedOpenProject openProject;
  private TestPipeline pipeline;
  private IngestProgram ingest;

  /** An item that comes by ways in an order, with versions in an order. */
  private record Item(long id, List<Integer> ways, List<Integer> versions) {
    String title(int version) {
      return "Item %d as of version %d".formatted(id, version);
    }

    CurationId curation() {
      return new CurationId("open-project", Long.toString(id));
    }
  }

  @BeforeEach
  void begin() throws Exception {
    openProject = new SimulatedOpenProject();
    openProject.renameProject(PROJECT, "medigy-chronic-care-management", "Chronic Care Management");
    pipeline = new TestPipeline(folder, request -> new Fetched.Gone("nothing is there"));
    ingest = new IngestProgram(folder, pipeline.connection().bootstrapServers(), openProject.url());
  }

  @AfterEach
  void end() {
    if (ingest != null) {
      ingest.close();
    }
    pipeline.close();
    openProject.close();
  }

  @Test
  void shouldPublishTheNewestVersionOnceWhateverWayItComes() throws Exception {
    // Given every order of the ways with every order of the versions
    List<Item> items = new ArrayList<>();
    for (List<Integer> ways : ORDERS) {
      for (List<Integer> versions : ORDERS) {
        items.add(new Item(items.size() + 1, ways, versions));
      }
    }
    Runs.write(
        ingest.records().resolve("schemas/101-8.json"),
        """
        {"_type":"Schema","customField7":{"type":"String","name":"Clean URL"},
         "customField8":{"type":"String","name":"Source URL"},
         "customField10":{"type":"[]CustomOption","name":"Medigy Topics"},
         "_links":{"self":{"href":"/api/v3/work_packages/schemas/101-8"}}}
        """);

    for (int round = 0; round < 3; round++) {
      // When
      for (Item item : items) {
        send(item, item.ways().get(round), item.versions().get(round));
      }
      awaitRaw(items, round);
      pipeline.await();

      // Then
      AcceptedIndex accepted = AcceptedIndex.load(pipeline.connection());
      for (Item item : items) {
        int newest =
            item.versions().subList(0, round + 1).stream().mapToInt(v -> v).max().getAsInt();
        assertPublished(item, newest, accepted);
      }
    }
    assertThat(pipeline.letters()).as(ingest.output()).isEmpty();
    ingest.stop();
  }

  @Test
  void shouldMakeOneDocumentOfAHundredDeliveries() throws Exception {
    // Given one item that OpenProject lists already, and one that it does not list yet
    Item listed = new Item(1, List.of(), List.of());
    Item early = new Item(2, List.of(), List.of());
    send(listed, 2, 1);
    awaitPublished(1);

    // When
    deliver(100, shown(listed, 1));
    deliver(100, shown(early, 1));
    awaitPublished(2);
    send(early, 2, 1);
    await()
        .atMost(PATIENCE)
        .until(() -> origins(early).stream().anyMatch(origin -> !origin.equals("webhook")));
    ingest.restart();
    deliver(20, shown(listed, 1));
    deliver(20, shown(early, 1));
    pipeline.await();

    // Then
    for (Item item : List.of(listed, early)) {
      assertPublished(item, 1, AcceptedIndex.load(pipeline.connection()));
      assertThat(pipeline.documents())
          .filteredOn(document -> document.id().equals(item.curation()))
          .as("documents of item %d, which came by %s", item.id(), origins(item))
          .extracting(Document::revision)
          .containsExactly(1L);
    }
  }

  private void send(Item item, int way, int version) throws Exception {
    switch (way) {
      case 1 -> assertThat(ingest.webhook(shown(item, version))).isEqualTo(202);
      case 2 -> openProject.put(item.id(), PROJECT, version, item.title(version), time(version));
      default ->
          Runs.write(
              ingest.records().resolve("%d.json".formatted(item.id())),
              shown(item, version).toString());
    }
  }

  /** As webhooks and saved files have it: with the project in it. */
  private JsonNode shown(Item item, int version) {
    ObjectNode json =
        (ObjectNode)
            openProject.shown(item.id(), PROJECT, version, item.title(version), time(version));
    json.putObject("_embedded")
        .putObject("project")
        .put("_type", "Project")
        .put("id", PROJECT)
        .put("identifier", "medigy-chronic-care-management")
        .put("name", "Chronic Care Management");
    return json;
  }

  private Instant time(int version) {
    return start.plusSeconds(version * 10L);
  }

  private void deliver(int times, JsonNode workPackage) throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
      List<Callable<Integer>> calls =
          java.util.Collections.nCopies(times, () -> ingest.webhook(workPackage));
      for (Future<Integer> answer : clients.invokeAll(calls)) {
        assertThat(answer.get()).isEqualTo(202);
      }
    }
  }

  /** Waits until what was sent in a round, and before it, is in the topic. */
  private void awaitRaw(List<Item> items, int round) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(
            () -> {
              var raw =
                  Topic.values(pipeline.connection(), Topics.RAW).stream()
                      .map(each -> each.id() + " " + each.version().number())
                      .toList();
              for (Item item : items) {
                assertThat(raw)
                    .as("round %d of %s", round, item)
                    .contains(item.curation() + " " + item.versions().get(round));
              }
            });
  }

  private void awaitPublished(int documents) throws InterruptedException {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(() -> PublishedDocument.byId(folder.resolve("site")).size() == documents);
    pipeline.await();
  }

  private List<String> origins(Item item) {
    return Topic.values(pipeline.connection(), Topics.RAW).stream()
        .filter(each -> each.id().equals(item.curation()))
        .map(each -> each.origin())
        .distinct()
        .toList();
  }

  private void assertPublished(Item item, int version, AcceptedIndex index) {
    PublishedDocument document =
        PublishedDocument.byId(folder.resolve("site")).get(Long.toString(item.id()));
    assertThat(document).as("document of %s", item).isNotNull();
    assertThat(document.text("title")).as("title of %s", item).isEqualTo(item.title(version));
    assertThat(document.text("type")).isEqualTo("communities/medigy-chronic-care-management");
    AcceptedCuration accepted = index.find(item.curation()).orElseThrow();
    assertThat(accepted.state()).isEqualTo(AcceptedCuration.State.PUBLISHED);
    assertThat(accepted.version()).as("%s", item).isEqualTo(new Version(0, version));
  }
}
