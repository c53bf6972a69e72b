package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.curation.ingest.capture.Fetched;
import org.curation.ingest.openproject.api.OpenProjectClient;
import org.curation.ingest.openproject.api.OpenProjectContexts;
import org.curation.ingest.openproject.poll.OpenProjectPoller;
import org.curation.ingest.openproject.poll.Settings;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.source.AcceptedView;
import org.curation.ingest.source.RunningSource;
import org.curation.ingest.testing.SimulatedOpenProject;
import org.curation.model.AcceptedCuration.State;
import org.curation.model.CurationId;
import org.curation.model.Version;
import org.curation.service.metrics.StageObserver;

/** A simulated OpenProject, the poller, and everything behind it down to the site. */
final class OpenProjectScene implements AutoCloseable {
  static final int CHRONIC = 101;
  static final int PRIMARY = 102;

  final SimulatedOpenProject openProject = new SimulatedOpenProject();
  final TestPipeline pipeline;
  private final Path site;
  private final AcceptedView accepted;
  private final RunningSource poller;
  private final Map<Long, Integer> lives = new HashMap<>();

  /** What an item must have become. */
  private record Item(State state, Version version, String title, String project, String text) {}

  OpenProjectScene(Path folder, Duration reconcileEvery) {
    openProject.renameProject(CHRONIC, "medigy-chronic-care-management", "Chronic Care Management");
    openProject.renameProject(PRIMARY, "medigy-primary-care", "Primary Care");
    pipeline = new TestPipeline(folder, request -> new Fetched.Gone("nothing is there"));
    site = folder.resolve("site");
    accepted = new AcceptedView(pipeline.connection());
    Settings settings =
        new Settings(
            List.of(),
            List.of("Curated Content"),
            Duration.ofMillis(200),
            Duration.ofSeconds(5),
            200,
            reconcileEvery,
            0.2,
            Duration.ofSeconds(10),
            Duration.ofMillis(100),
            Duration.ofMillis(500));
    poller =
        OpenProjectPoller.of(
            settings,
            new OpenProjectContexts(
                new OpenProjectClient(
                    openProject.url(), SimulatedOpenProject.TOKEN, settings.timeout())),
            pipeline.connection(),
            accepted,
            StageObserver.NONE,
            Clock.systemUTC());
  }

  void start() {
    accepted.start();
    poller.start();
  }

  RunningSource poller() {
    return poller;
  }

  Path site() {
    return site;
  }

  /** Puts back what was deleted, which begins another life. */
  void relist(long id, Object deleted) {
    openProject.restore(deleted);
    lives.merge(id, 1, Integer::sum);
  }

  /** Waits until all is as OpenProject has it, then until nothing moves, and looks again. */
  void awaitEqual(String step, Duration patience) throws InterruptedException {
    await()
        .alias(step)
        .atMost(patience)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .untilAsserted(this::assertEqual);
    pipeline.await();
    assertEqual();
  }

  private void assertEqual() {
    assertThat(poller.failure()).isEmpty();
    assertThat(poller.failing()).isEmpty();
    Map<CurationId, Item> expected = expected();
    Map<CurationId, Item> found = found();
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach((id, item) -> assertThat(found).containsEntry(id, item));
  }

  private Map<CurationId, Item> expected() {
    Map<CurationId, Item> expected = new TreeMap<>();
    openProject
        .state()
        .forEach(
            (id, json) -> {
              JsonNode project = json.at("/_links/project");
              String href = project.path("href").asText();
              int number = Integer.parseInt(href.substring(href.lastIndexOf('/') + 1));
              expected.put(
                  id,
                  new Item(
                      State.PUBLISHED,
                      new Version(
                          lives.getOrDefault(Long.valueOf(id.sourceId()), 0),
                          json.path("lockVersion").asLong()),
                      json.path("subject").asText(),
                      "communities/%s, %s CoP, %s"
                          .formatted(
                              openProject.identifier(number),
                              project.path("title").asText(),
                              List.of(json.at("/_links/author/title").asText())),
                      json.at("/description/raw").asText()));
            });
    return expected;
  }

  /** All that is accepted and not deleted, or in the site. */
  private Map<CurationId, Item> found() {
    Map<CurationId, Item> found = new TreeMap<>();
    AcceptedIndex index = AcceptedIndex.load(pipeline.connection());
    Map<String, PublishedDocument> documents = PublishedDocument.byId(site);
    index
        .accepted()
        .forEach(
            (id, item) -> {
              PublishedDocument document = documents.remove(id.sourceId());
              if (item.state() != State.DELETED || document != null) {
                found.put(id, item(item.state(), item.version(), document));
              }
            });
    assertThat(documents.keySet()).as("documents of what nobody accepted").isEmpty();
    return found;
  }

  private static Item item(
      State state, Version version, @org.jspecify.annotations.Nullable PublishedDocument document) {
    return document == null
        ? new Item(state, version, "no document", "", "")
        : new Item(
            state,
            version,
            document.text("title"),
            "%s, %s, %s"
                .formatted(
                    document.text("type"), document.text("mastHead"), document.text("author")),
            document.body());
  }

  @Override
  public void close() {
    poller.close();
    accepted.close();
    pipeline.close();
    openProject.close();
  }
}
