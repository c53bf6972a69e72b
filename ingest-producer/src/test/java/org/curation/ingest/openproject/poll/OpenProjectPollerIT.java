package org.curation.ingest.openproject.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(180)
class OpenProjectPollerIT {
  private static final Instant PAST = Instant.parse("2021-05-05T05:05:05.123456Z");

  private final PollerScene scene = new PollerScene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void shouldLoadTenThousandAndThenOnlyWhatChanges() {
    // Given
    scene.openProject.createMany(10_000, PAST);
    long start = System.nanoTime();

    // When
    scene.start();
    await().atMost(Duration.ofSeconds(120)).until(() -> scene.poller().failing().isEmpty());
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    // Then
    org.slf4j.LoggerFactory.getLogger("figures").info("10,000 items in {} ms", took.toMillis());
    assertThat(took).isLessThan(Duration.ofSeconds(90));
    scene.awaitEqual();
    int before = scene.raw().size();
    scene.openProject.update(17, "Changed");
    scene.openProject.create(102, "New", Instant.now());
    scene.awaitEqual();
    assertThat(scene.raw().size() - before).isEqualTo(2);
  }

  @Test
  void shouldMissNoRowWhenRowsMoveBetweenPages() {
    // Given
    scene.openProject.clampPages(20);
    scene.openProject.createMany(300, PAST);
    for (int i = 0; i < 90; i++) {
      scene.openProject.create(101, "Same second " + i, PAST.plusSeconds(500));
    }
    AtomicInteger pages = new AtomicInteger();
    Random random = new Random(7);
    scene.openProject.afterEachPage(
        () -> {
          if (pages.incrementAndGet() <= 400) {
            int number = 1 + random.nextInt(390);
            scene.openProject.update(number, "Moved " + pages.get());
            if (pages.get() % 9 == 0) {
              scene.openProject.create(102, "Born " + pages.get(), Instant.now());
            }
          }
        });

    // When
    scene.start();

    // Then
    await().atMost(PollerScene.PATIENCE).until(() -> pages.get() > 400);
    scene.awaitEqual();
  }

  @Test
  void shouldDeleteWhatIsGoneAndBringBackWhatIsListedAgain() {
    // Given
    scene.openProject.createMany(30, PAST);
    scene.start();
    scene.awaitEqual();
    scene.accept();
    CurationId id = CurationId.parse("open-project:5");
    Object gone = scene.openProject.delete(5);

    // When
    scene.restart(PollerScene.settings());
    scene.awaitEqual();

    // Then
    RawCuration deletion = scene.newest().get(id);
    assertThat(deletion.event()).isEqualTo(SourceEvent.DELETED);
    assertThat(deletion.version()).isEqualTo(new Version(0, 1));
    scene.accept();
    scene.openProject.restore(gone);
    scene.restart(PollerScene.settings());
    scene.awaitEqual();
    assertThat(scene.newest().get(id).version()).isEqualTo(new Version(1, 1));
  }

  @Test
  void shouldRefuseToDeleteTooMuch() {
    // Given
    scene.openProject.createMany(30, PAST);
    scene.start();
    scene.awaitEqual();
    scene.accept();
    for (int i = 1; i <= 12; i++) {
      scene.openProject.delete(i);
    }

    // When
    scene.restart(PollerScene.settings());

    // Then
    await().atMost(PollerScene.PATIENCE).until(() -> scene.poller().refusal().isPresent());
    assertThat(scene.poller().refusal().orElseThrow())
        .contains("12 of 30 known work packages", "delete-limit");
    assertThat(scene.poller().failing()).isEmpty();
    assertThat(scene.raw()).noneMatch(raw -> raw.event() == SourceEvent.DELETED);
  }

  @Test
  void shouldFollowNewNamesOfProjectsAndPeople() {
    // Given
    scene.openProject.createMany(20, PAST);
    scene.start();
    scene.awaitEqual();
    scene.accept();

    // When: the new identifier is the smaller text
    scene.openProject.renameProject(102, "aaa", "Aaa");
    scene.openProject.renameAuthor("Aaron");
    scene.restart(PollerScene.settings());

    // Then
    scene.awaitEqual();
    assertThat(lookedUpAnew()).isEqualTo(20);
    scene.accept();
    scene.restart(PollerScene.settings());
    scene.awaitEqual();
    assertThat(lookedUpAnew()).as("new names are told once").isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({
    "401, work_packages, token",
    "403, work_packages, permission",
    "404, work_packages, ingest.openproject.url",
    "429, work_packages, fewer requests",
    "500, work_packages, log",
    "truncated, work_packages, cut off",
    "no-elements, work_packages, _embedded.elements",
    "html, work_packages, login page",
    "redirect, work_packages, elsewhere.example",
    "hang, work_packages, within 2000 ms",
    "broken, work_packages, no whole answer",
    "500, types, log",
    "401, attachments, token",
    "broken, attachments, no whole answer"
  })
  void shouldSayWhatToCheckAndGoOnAfterwards(String kind, String path, String message) {
    // Given
    scene.openProject.clampPages(20);
    scene.openProject.createMany(50, PAST);
    scene.openProject.fail(3, path, kind);

    // When
    scene.start();

    // Then
    await()
        .atMost(PollerScene.PATIENCE)
        .until(() -> scene.poller().failing().filter(text -> text.contains(message)).isPresent());
    assertThat(scene.poller().failing().orElse("")).doesNotContain("simulated-token");
    scene.awaitEqual();
  }

  @ParameterizedTest
  @CsvSource({"500, attachments", "403, attachments", "404, schemas", "500, schemas"})
  void shouldPublishWithGapsAndFillThemLater(String kind, String path) {
    // Given
    scene.openProject.createMany(10, PAST);
    scene.openProject.fail(4, path, kind);

    // When
    scene.start();

    // Then
    scene.awaitEqual();
    assertThat(scene.raw())
        .anyMatch(
            raw ->
                raw.context() != null
                    && (raw.context().attachments() == null || raw.context().fields() == null));
  }

  private long lookedUpAnew() {
    return scene.raw().stream()
        .filter(raw -> raw.context() != null && raw.context().asOf() != null)
        .count();
  }
}
