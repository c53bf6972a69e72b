package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.curation.ingest.testing.Topic;
import org.curation.model.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * From OpenProject's API to the site: at rest, the site is what OpenProject holds. The load is of
 * 2,000 items; the profile {@code long} has 10,000.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class OpenProjectIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ITEMS = 300;

  @TempDir private Path folder;

  @Test
  void shouldPublishExactlyWhatOpenProjectHolds() throws Exception {
    try (OpenProjectScene scene = new OpenProjectScene(folder, Duration.ofSeconds(1))) {
      // Given
      var openProject = scene.openProject;
      openProject.createMany(ITEMS, Instant.now().minus(Duration.ofHours(1)));

      // When / Then
      scene.start();
      scene.awaitEqual("the first load", PATIENCE);

      each(1, 40, id -> openProject.update(id, "Item " + (id - 1)));
      scene.awaitEqual("updates", PATIENCE);

      each(30, 70, id -> openProject.update(id, "Another subject of item " + id));
      each(1, 20, id -> openProject.create(OpenProjectScene.PRIMARY, "New " + id, Instant.now()));
      scene.awaitEqual("new subjects and new items", PATIENCE);

      each(60, 75, id -> openProject.move(id, OpenProjectScene.PRIMARY));
      openProject.renameProject(
          OpenProjectScene.CHRONIC, "medigy-long-term-care", "Long-term Care");
      openProject.renameAuthor("Ann B. Arbor");
      scene.awaitEqual("a renamed project and person", PATIENCE);

      Map<Long, Object> deleted = new TreeMap<>();
      each(100, 140, id -> deleted.put(id, openProject.delete(id)));
      scene.awaitEqual("deletions", PATIENCE);
      assertThat(PublishedDocument.byId(scene.site())).hasSize(ITEMS + 20 - 41);

      each(100, 115, id -> scene.relist(id, deleted.get(id)));
      scene.awaitEqual("items that are listed again", PATIENCE);
      each(100, 105, id -> deleted.put(id, openProject.delete(id)));
      scene.awaitEqual("deleted again", PATIENCE);
      each(100, 102, id -> scene.relist(id, deleted.get(id)));
      each(100, 101, id -> openProject.update(id, "Back for good " + id));
      scene.awaitEqual("listed once more, and changed at once", PATIENCE);

      assertThat(scene.pipeline.letters()).isEmpty();
    }
  }

  @Test
  void shouldCatchUpAfterAnOutageAndPublishNothingWhenNothingChanges() throws Exception {
    try (OpenProjectScene scene = new OpenProjectScene(folder, Duration.ofSeconds(1))) {
      // Given
      var openProject = scene.openProject;
      openProject.createMany(100, Instant.now().minus(Duration.ofHours(1)));
      scene.start();
      scene.awaitEqual("the first load", PATIENCE);

      for (String trouble :
          new String[] {
            "500", "html", "truncated", "401", "403", "404", "429", "broken", "no-elements"
          }) {
        // When
        Map<String, String> before = Runs.hashes(scene.site());
        openProject.fail(Integer.MAX_VALUE, "/api/v3/work_packages", trouble);
        each(1, 10, id -> openProject.update(id, "After " + trouble + " " + id));
        var unused = openProject.delete(90 - openProject.state().size() % 10);
        openProject.create(OpenProjectScene.CHRONIC, "Made in " + trouble, Instant.now());
        await().atMost(PATIENCE).until(() -> scene.poller().failing().isPresent());
        int requests = openProject.requests();
        await().atMost(PATIENCE).until(() -> openProject.requests() > requests + 3);
        scene.pipeline.await();

        // Then
        assertThat(Runs.hashes(scene.site())).as("during %s", trouble).isEqualTo(before);
        openProject.fail(0, "", "");
        scene.awaitEqual("after " + trouble, PATIENCE);
      }

      // When nothing changes
      int raw = Topic.values(scene.pipeline.connection(), Topics.RAW.name()).size();
      int documents = scene.pipeline.documents().size();
      int requests = openProject.requests();
      await().atMost(PATIENCE).until(() -> openProject.requests() > requests + 40);
      scene.pipeline.await();

      // Then
      assertThat(Topic.values(scene.pipeline.connection(), Topics.RAW.name())).hasSize(raw);
      assertThat(scene.pipeline.documents()).hasSize(documents);
    }
  }

  @Test
  void shouldLoadManyItems() throws Exception {
    try (OpenProjectScene scene = new OpenProjectScene(folder, Duration.ofHours(1))) {
      // Given
      int items = Integer.getInteger("curation.openproject.items", 2_000);
      scene.openProject.createMany(items, Instant.now().minus(Duration.ofDays(1)));

      // When
      scene.start();
      await()
          .atMost(Duration.ofMinutes(6))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> scene.pipeline.publications().size() == items);

      // Then
      scene.awaitEqual("all of them", Duration.ofMinutes(2));
      assertThat(PublishedDocument.byId(scene.site())).hasSize(items);
    }
  }

  private static void each(long first, long last, java.util.function.LongConsumer what) {
    java.util.stream.LongStream.rangeClosed(first, last).forEach(what);
  }
}
