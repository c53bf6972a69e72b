package org.curation.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.curation.ingest.files.DirectorySource.Options;
import org.curation.ingest.openproject.WebhookSignature;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.source.SourceItem;
import org.curation.ingest.testing.Shared;
import org.curation.ingest.testing.Told;
import org.curation.model.CurationContext;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixturesTest {
  @TempDir Path folder;

  @Test
  void shouldTellWhatTheFixturesHold() {
    // Given
    DirectorySource source = source(Shared.fixtures(), Options.defaults());

    // When
    Told told = Told.by(source);

    // Then
    assertThat(told.sequences().keySet())
        .extracting(CurationId::toString)
        .containsExactly(
            "dropmark:9000001",
            "open-project:3532",
            "open-project:3719",
            "open-project:3809",
            "open-project:7891");
    assertThat(told.all(SourceItem.OfferingItem.class))
        .extracting(item -> item.offering().offeringId())
        .containsExactly(13364L, 16549L, 17797L, 18026L, 18131L);
    assertThat(told.rejected()).isEqualTo(Map.of("signature does not match", 1L));
    assertThat(told.all(SourceItem.Rejected.class))
        .singleElement()
        .satisfies(
            rejected ->
                assertThat(rejected.origin())
                    .isEqualTo("openproject/webhooks/3719_updated_tampered.json"));
    assertThat(told.skipped()).containsEntry("error response", 6L);
    assertThat(told.letters()).isEmpty();
  }

  @Test
  void shouldTellEachCurationsRecordsOldestFirst() {
    // When
    Told told = Told.by(source(Shared.fixtures(), Options.defaults()));

    // Then
    assertThat(told.curations("open-project:7891"))
        .extracting(raw -> raw.event() + " " + raw.version())
        .containsExactly("CREATED 0.0", "UPDATED 0.2", "UPDATED 0.2", "UPDATED 0.3");
    assertThat(told.curations("open-project:7891"))
        .extracting(FixturesTest::isBare)
        .containsExactly(false, false, true, false);
  }

  @Test
  void shouldGiveBareRecordsTheSameContextAsFullOnes() {
    // When
    Told told = Told.by(source(Shared.fixtures(), Options.defaults()));

    // Then
    for (String id : List.of("3532", "3719", "3809", "7891")) {
      List<RawCuration> records = told.curations("open-project:" + id);
      assertThat(records).anyMatch(FixturesTest::isBare).anyMatch(raw -> !isBare(raw));
      assertThat(records).extracting(RawCuration::context).containsOnly(records.get(0).context());
    }
    CurationContext context = told.curations("open-project:7891").get(0).context();
    assertThat(context).isNotNull();
    assertThat(context.project()).hasNoNullFieldsOrProperties();
    assertThat(context.attachments()).hasSize(2);
    assertThat(context.fields()).isNotNull();
    assertThat(context.fields().get("medigyTopics")).hasToString("[\"KLAS: Patient Engagement\"]");
    assertThat(context.fields().get("cleanUrl").textValue())
        .isEqualTo(
            "https://hitconsultant.net/2021/09/21/embracing-patient-engagement/#.YUns0LhKhPZ");
  }

  @Test
  void shouldGiveDropmarkItemsTheirCollection() {
    // When
    Told told = Told.by(source(Shared.fixtures(), Options.defaults()));

    // Then
    assertThat(told.curations("dropmark:9000001"))
        .hasSize(2)
        .extracting(raw -> raw.context() == null ? null : raw.context().collection())
        .containsOnly("news.healthcareguys.com");
  }

  @Test
  void shouldTellTheSameInWhateverOrderFilesAreRead() {
    // Given
    Map<CurationId, List<String>> expected =
        Told.by(source(Shared.fixtures(), Options.defaults())).sequences();

    // When / Then
    for (long seed = 0; seed < 20; seed++) {
      Told told = Told.by(source(Shared.fixtures(), Options.defaults().shuffled(seed)));
      assertThat(told.sequences()).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void shouldTellTheSameWhateverFilesAreCalled() throws IOException {
    // Given
    Told expected = Told.by(source(Shared.fixtures(), Options.defaults()));
    Path flat = flattened(Shared.fixtures());

    // When
    Told told = Told.by(source(flat, Options.defaults()));

    // Then
    assertThat(told.sequences()).isEqualTo(expected.sequences());
    assertThat(told.skipped()).isEqualTo(expected.skipped());
    assertThat(told.rejected()).isEqualTo(expected.rejected());
    assertThat(told.letters()).isEmpty();
  }

  @Test
  void shouldRefuseSignedPayloadsWithoutSecret() {
    // Given
    DirectorySource source =
        new DirectorySource(
            Shared.fixtures(), Optional.empty(), AcceptedIndex.empty(), Options.defaults());

    // When
    Told told = Told.by(source);

    // Then
    assertThat(told.rejected()).isEqualTo(Map.of("no webhook secret configured", 10L));
    assertThat(told.sequences()).hasSize(5);
  }

  @Test
  void shouldFindCurationsByTheirLinks() {
    // When
    Map<String, Set<CurationId>> links = source(Shared.fixtures(), Options.defaults()).links();

    // Then
    assertThat(links).hasSize(5);
    assertThat(links)
        .containsEntry(
            "healthcareitnews.com/news/patient-engagement-tech-improves-physician-org-s-no-show-rate-35",
            Set.of(CurationId.parse("dropmark:9000001")))
        .containsEntry(
            "hitconsultant.net/2021/09/21/embracing-patient-engagement#.YUns0LhKhPZ",
            Set.of(CurationId.parse("open-project:7891")));
  }

  private static DirectorySource source(Path directory, Options options) {
    return new DirectorySource(
        directory, Optional.of(WebhookSignature.of(Shared.SECRET)), AcceptedIndex.empty(), options);
  }

  private static boolean isBare(RawCuration raw) {
    return raw.payload() != null && !raw.payload().has("_embedded");
  }

  /** The same files under names that say nothing, in one folder; content stays where it is. */
  private Path flattened(Path fixtures) throws IOException {
    Path flat = Files.createDirectory(folder.resolve("flat"));
    try (Stream<Path> files = Files.walk(fixtures)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = fixtures.relativize(file);
        String name = relative.toString();
        int dot = name.lastIndexOf('.');
        if (!ContentFolders.isContent(relative) && dot > 0) {
          String base = Integer.toHexString(name.substring(0, dot).hashCode());
          copy(file, flat.resolve(base + name.substring(dot)));
        }
      }
    }
    return flat;
  }

  private static void copy(Path from, Path to) {
    try {
      Files.write(to, Files.readAllBytes(from));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
