package org.curation.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.curation.ingest.files.DirectorySource.Options;
import org.curation.ingest.openproject.WebhookSignature;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.source.SourceItem;
import org.curation.ingest.testing.Records;
import org.curation.ingest.testing.Told;
import org.curation.model.AcceptedCuration;
import org.curation.model.AcceptedCuration.State;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MirrorTest {
  private static final Options MIRROR = Options.defaults().mirroring();

  @TempDir Path folder;

  @Test
  void shouldDeleteWhatIsNoLongerListed() throws IOException {
    // Given
    list(1);
    AcceptedIndex accepted =
        accepted(
            live(1, new Version(0, 1)), live(2, new Version(3, 7)), deleted(3, new Version(0, 1)));

    // When
    Told told = told(accepted, MIRROR);

    // Then
    assertThat(told.curations("open-project:2"))
        .singleElement()
        .satisfies(
            raw -> {
              assertThat(raw.event()).isEqualTo(SourceEvent.DELETED);
              assertThat(raw.version()).isEqualTo(new Version(3, 7));
              assertThat(raw.origin()).isEqualTo("mirror");
              assertThat(raw.payload()).isNull();
            });
    assertThat(told.curations("open-project:3")).isEmpty();
    assertThat(told.items()).hasSize(2);
  }

  @Test
  void shouldDeleteNothingUnlessAsked() throws IOException {
    // Given
    list(1);

    // When / Then
    assertThat(told(accepted(live(2, new Version(0, 1))), Options.defaults()).items()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 80, 0.2, 20", // a fifth is allowed
    "100, 79, 0.2, 0", // one more is not
    "12, 2, 0.2, 10", // ten always are
    "12, 1, 0.2, 0",
    "12, 1, 1.0, 11"
  })
  void shouldStopAtTheLimit(int known, int listed, double limit, int deletions) throws IOException {
    // Given
    list(IntStream.range(0, listed).toArray());
    AcceptedIndex accepted =
        accepted(
            IntStream.range(0, known)
                .mapToObj(id -> live(id, new Version(0, 1)))
                .toArray(AcceptedCuration[]::new));

    // When
    Told told = told(accepted, MIRROR.withMirrorLimit(limit));

    // Then
    assertThat(told.curations()).filteredOn(MirrorTest::isDeletion).hasSize(deletions);
    assertThat(told.rejected()).isEqualTo(deletions == 0 ? Map.of("mirror limit", 1L) : Map.of());
  }

  /** Nobody lists what is known only from a site that was published before. */
  @Test
  void shouldNotMissWhatNoSourceTold() throws IOException {
    // Given
    list(1);
    CurationId id = new CurationId("open-project", "2");

    // When
    Told told =
        told(
            accepted(new AcceptedCuration(id, new Version(0, 0), State.PUBLISHED, "l", null, true)),
            MIRROR);

    // Then
    assertThat(told.curations()).noneMatch(MirrorTest::isDeletion);
  }

  @Test
  void shouldNotTakeAnEmptyDirectoryForAListing() {
    // When
    Told told = told(accepted(live(2, new Version(0, 1))), MIRROR);

    // Then
    assertThat(told.items())
        .singleElement()
        .isInstanceOfSatisfying(
            SourceItem.Rejected.class,
            rejected ->
                assertThat(rejected.message())
                    .contains("1 of 1 known items are not listed")
                    .contains("right directory"));
  }

  @Test
  void shouldNotDeleteFromAPartialListing() throws IOException {
    // Given
    list(1);
    Files.writeString(folder.resolve("bad.json"), "{broken");

    // When
    Told told = told(accepted(live(2, new Version(0, 1))), MIRROR);

    // Then
    assertThat(told.curations()).noneMatch(MirrorTest::isDeletion);
    assertThat(told.rejected()).isEqualTo(Map.of("mirror limit", 1L));
  }

  @Test
  void shouldNotDeleteWhatOnlyUntrustedOrUnpublishableContentMentions() throws IOException {
    // Given
    list(1);
    Files.writeString(
        folder.resolve("hook.json"),
        "{\"action\":\"work_package:created\",\"work_package\":%s}"
            .formatted(Records.workPackage(2, 1, "Two")));
    Files.writeString(
        folder.resolve("image.json"),
        "{\"id\":3,\"type\":\"image\",\"name\":\"x\",\"updated_at\":\"2020-01-01T00:00:00Z\"}");
    AcceptedIndex accepted =
        accepted(
            live(2, new Version(0, 1)),
            new AcceptedCuration(
                CurationId.parse("dropmark:3"), new Version(0, 1), State.PUBLISHED, "l", null));
    DirectorySource source =
        new DirectorySource(folder, Optional.of(WebhookSignature.of("s")), accepted, MIRROR);

    // When
    Told told = Told.by(source);

    // Then
    assertThat(told.curations()).noneMatch(MirrorTest::isDeletion);
    assertThat(told.rejected()).isEqualTo(Map.of("unsigned", 1L));
  }

  @Test
  void shouldGiveAnItemThatIsListedAgainANewLife() throws IOException {
    // Given
    Files.writeString(folder.resolve("a.json"), Records.workPackage(1, 4, "Old"));
    Files.writeString(folder.resolve("b.json"), Records.workPackage(1, 5, "As deleted"));
    AcceptedIndex accepted = accepted(deleted(1, new Version(2, 5)));

    // When
    List<RawCuration> mirrored = told(accepted, MIRROR).curations();
    List<RawCuration> plain = told(accepted, Options.defaults()).curations();
    List<RawCuration> later = told(accepted(live(1, new Version(3, 5))), MIRROR).curations();

    // Then
    assertThat(mirrored).extracting(RawCuration::version).hasToString("[2.4, 3.5]");
    assertThat(plain).extracting(RawCuration::version).hasToString("[2.4, 2.5]");
    assertThat(later).extracting(RawCuration::version).hasToString("[3.4, 3.5]");
  }

  @Test
  void shouldLeaveAnItemDeadThatTheDirectoryItselfDeletes() throws IOException {
    // Given
    Files.writeString(folder.resolve("a.json"), Records.workPackage(1, 5, "Gone"));
    Files.writeString(folder.resolve("d.jsonl"), "{\"deleted\":\"open-project:1\"}\n");

    // When
    List<RawCuration> first = told(AcceptedIndex.empty(), MIRROR).curations();
    List<RawCuration> second = told(accepted(deleted(1, new Version(0, 5))), MIRROR).curations();

    // Then
    for (List<RawCuration> run : List.of(first, second)) {
      assertThat(run)
          .extracting(raw -> raw.event() + " " + raw.version())
          .containsExactly("UPDATED 0.5", "DELETED 0.5");
    }
  }

  private void list(int... ids) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int id : ids) {
      lines.append(Records.workPackage(id, 1, "Item " + id)).append('\n');
    }
    Files.writeString(folder.resolve("list.jsonl"), lines);
  }

  private Told told(AcceptedIndex accepted, Options options) {
    return Told.by(new DirectorySource(folder, Optional.empty(), accepted, options));
  }

  private static boolean isDeletion(RawCuration raw) {
    return raw.event() == SourceEvent.DELETED;
  }

  private static AcceptedIndex accepted(AcceptedCuration... items) {
    Map<CurationId, AcceptedCuration> accepted = new HashMap<>();
    for (AcceptedCuration item : items) {
      accepted.put(item.id(), item);
    }
    return new AcceptedIndex(accepted);
  }

  private static AcceptedCuration live(int id, Version version) {
    return new AcceptedCuration(
        new CurationId("open-project", Integer.toString(id)), version, State.PUBLISHED, "l", null);
  }

  private static AcceptedCuration deleted(int id, Version version) {
    return new AcceptedCuration(
        new CurationId("open-project", Integer.toString(id)), version, State.DELETED, null, null);
  }
}
