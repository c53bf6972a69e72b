package org.curation.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curation.ingest.files.DirectorySource.Options;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.source.SourceItem;
import org.curation.ingest.testing.Records;
import org.curation.ingest.testing.Told;
import org.curation.model.AcceptedCuration;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.curation.model.Version;
import org.curation.service.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectorySourceTest {
  @TempDir Path folder;

  @Test
  void shouldTellOfferingsFirstAndTakeTheLastOfEach() throws IOException {
    // Given
    write("a.jsonl", offering(1, "late line"), offering(2, "only"), offering(3, "stays"));
    write(
        "b.jsonl",
        offering(1, "early"),
        offering(1, "last line of the last file"),
        "{\"offeringId\":3,\"withdrawn\":true}");
    write("0.json", Records.workPackage(1, 1, "One"));

    // When
    Told told = Told.by(source(Options.defaults()));

    // Then
    assertThat(told.items().subList(0, 3))
        .extracting(DirectorySourceTest::offeringText)
        .containsExactly("1 last line of the last file", "2 only", "3 withdrawn");
    assertThat(told.skipped()).isEqualTo(Map.of("repeated", 3L));
    for (long seed = 0; seed < 20; seed++) {
      assertThat(Told.by(source(Options.defaults().shuffled(seed))).items().subList(0, 3))
          .isEqualTo(told.items().subList(0, 3));
    }
  }

  @Test
  void shouldRefuseAFolderInWhichNothingIsARecord() throws IOException {
    // Given
    write("package.json", "{\"name\":\"x\"}");
    write("letter.json", "Dear Sir");
    write("empty.json", "[]");

    // When / Then
    assertThatThrownBy(() -> source(Options.defaults()).requireRecords())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no saved record")
        .hasMessageContaining("letter.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"_type\":\"WorkPackage\"}",
        "{\"deleted\":\"open-project:1\"}",
        "{\"offeringId\":3,\"withdrawn\":true}"
      })
  void shouldTakeAFolderInWhichAnythingIsARecordEvenADamagedOne(String record) throws IOException {
    // Given
    write("package.json", "{\"name\":\"x\"}");
    write("record.json", record);

    // When / Then
    assertThatCode(() -> source(Options.defaults()).requireRecords()).doesNotThrowAnyException();
  }

  @Test
  void shouldTakeAnEmptyFolder() {
    assertThatCode(() -> source(Options.defaults()).requireRecords()).doesNotThrowAnyException();
  }

  @Test
  void shouldDropExactRepeatsOnly() throws IOException {
    // Given
    write("a.json", Records.workPackage(1, 1, "One"));
    write("b.jsonl", Records.workPackage(1, 1, "One"), Records.workPackage(1, 1, "Another"));

    // When
    Told told = Told.by(source(Options.defaults()));

    // Then
    assertThat(told.curations())
        .extracting(raw -> raw.payload() == null ? null : raw.payload().get("subject").textValue())
        .containsExactly("Another", "One");
    assertThat(told.all(SourceItem.Skipped.class))
        .containsExactly(new SourceItem.Skipped("b.jsonl#1", "repeated"));
  }

  @Test
  void shouldDeleteAtTheHighestVersionThatIsKnown() throws IOException {
    // Given
    write("a.json", Records.workPackage(1, 4, "Listed"));
    write(
        "b.jsonl",
        deletion(1, ""),
        deletion(2, ""),
        deletion(3, ",\"version\":3"),
        deletion(4, ""));
    CurationId second = CurationId.parse("open-project:2");
    AcceptedIndex accepted =
        new AcceptedIndex(
            Map.of(
                second,
                new AcceptedCuration(
                    second, new Version(1, 8), AcceptedCuration.State.PUBLISHED, "lane", null)));

    // When
    Told told =
        Told.by(new DirectorySource(folder, Optional.empty(), accepted, Options.defaults()));

    // Then
    assertThat(told.curations())
        .extracting(raw -> raw.id() + " " + raw.event() + " " + raw.version())
        .containsExactlyInAnyOrder(
            "open-project:1 UPDATED 0.4",
            "open-project:1 DELETED 0.4",
            "open-project:2 DELETED 1.8",
            "open-project:3 DELETED 0.3");
    assertThat(told.skipped()).isEqualTo(Map.of("deletion of an unknown item", 1L));
  }

  @Test
  void shouldTellADropmarkDeletion() throws IOException {
    // Given
    write(
        "a.json",
        "{\"id\":\"5\",\"type\":\"link\",\"name\":\"x\",\"link\":\"https://x.org\","
            + "\"updated_at\":\"1970-01-01T00:00:01Z\",\"deleted_at\":\"1970-01-01T00:00:02Z\"}");

    // When
    List<RawCuration> told = Told.by(source(Options.defaults())).curations();

    // Then
    assertThat(told)
        .extracting(raw -> raw.id() + " " + raw.event() + " " + raw.version() + " " + raw.payload())
        .containsExactly("dropmark:5 DELETED 0.2000000 null");
  }

  @Test
  void shouldTakeTheNewestProjectWhateverTheOrder() throws IOException {
    // Given
    write("a.json", Records.workPackage(1, 1, "Bare"));
    write(
        "b.jsonl",
        embedding(2, "2021-01-02T00:00:00Z", "new"),
        embedding(3, "2021-01-01T00:00:00Z", "old"));
    write("c.json", embedding(4, "2021-01-02T00:00:00Z", "another"));

    // When / Then
    for (long seed = 0; seed < 20; seed++) {
      Told told = Told.by(source(Options.defaults().shuffled(seed)));
      assertThat(told.curations("open-project:1"))
          .extracting(raw -> raw.context() == null ? null : raw.context().project())
          .containsExactly(new ProjectRef("1", "new", "One"));
    }
  }

  @Test
  void shouldUseTheEmbeddedAttachmentsOfOtherRecordsOnlyWithoutAListOfTheirOwn()
      throws IOException {
    // Given
    String embedded =
        "{\"_type\":\"WorkPackage\",\"id\":%d,\"lockVersion\":2,\"_embedded\":{\"attachments\":{\"_embedded\":{\"elements\":[{\"id\":50}]}}}}";
    write("a.jsonl", Records.workPackage(1, 1, "Bare"), embedded.formatted(1));
    write("b.jsonl", Records.workPackage(2, 1, "Bare"), embedded.formatted(2));
    write(
        "c.json",
        "{\"_type\":\"Collection\",\"_embedded\":{\"elements\":[{\"_type\":\"Attachment\",\"id\":60}]},"
            + "\"_links\":{\"self\":{\"href\":\"/api/v3/work_packages/2/attachments\"}}}");

    // When
    Told told = Told.by(source(Options.defaults()));

    // Then
    assertThat(attachmentIds(told.curations("open-project:1").get(0))).isEqualTo("50");
    assertThat(attachmentIds(told.curations("open-project:2").get(0))).isEqualTo("60");
  }

  @Test
  void shouldFindSchemasThatACollectionEmbeds() throws IOException {
    // Given
    write(
        "page.json",
        """
        {"_type":"WorkPackageCollection","_embedded":{
          "elements":[{"_type":"WorkPackage","id":1,"lockVersion":1,"customField1":"https://x.org/a/",
             "_links":{"schema":{"href":"/api/v3/work_packages/schemas/1-8"}}}],
          "schemas":{"_embedded":{"elements":[{"_type":"Schema",
             "customField1":{"type":"String","name":"Source URL"},
             "_links":{"self":{"href":"/api/v3/work_packages/schemas/1-8"}}}]}}}}
        """);

    // When / Then
    assertThat(source(Options.defaults()).links())
        .isEqualTo(Map.of("x.org/a", java.util.Set.of(CurationId.parse("open-project:1"))));
  }

  @Test
  void shouldStampReceiptByItsClock() throws IOException {
    // Given
    Instant now = Instant.parse("2022-02-02T02:02:02Z");
    write("a.json", Records.workPackage(1, 1, "One"));

    // When
    Told told = Told.by(source(Options.defaults().withClock(Clock.fixed(now, ZoneOffset.UTC))));

    // Then
    assertThat(told.curations()).extracting(RawCuration::receivedAt).containsExactly(now);
  }

  private DirectorySource source(Options options) {
    return new DirectorySource(folder, Optional.empty(), AcceptedIndex.empty(), options);
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines));
  }

  private static String offering(int id, String label) {
    return "{\"offeringId\":%d,\"label\":\"%s\",\"categories\":[\"a: b\"]}".formatted(id, label);
  }

  private static String deletion(int id, String more) {
    return "{\"deleted\":\"open-project:%d\"%s}".formatted(id, more);
  }

  private static String embedding(int id, String updatedAt, String identifier) {
    return Records.json(
        """
        {"_type":"WorkPackage","id":%d,"updatedAt":"%s","_embedded":{"project":
          {"id":1,"identifier":"%s","name":"One","_links":{"self":{"href":"/api/v3/projects/1"}}}}}
        """
            .formatted(id, updatedAt, identifier));
  }

  private static String offeringText(SourceItem item) {
    if (item instanceof SourceItem.OfferingItem told) {
      return told.offering().offeringId() + " " + told.offering().label();
    }
    return item instanceof SourceItem.OfferingWithdrawn told
        ? told.offeringId() + " withdrawn"
        : item.toString();
  }

  private static String attachmentIds(RawCuration raw) {
    if (raw.context() == null || raw.context().attachments() == null) {
      return "none";
    }
    return String.join(",", raw.context().attachments().stream().map(a -> a.id()).toList());
  }
}
