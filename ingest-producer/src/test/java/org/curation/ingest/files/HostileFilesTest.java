package org.curation.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curation.ingest.files.DirectorySource.Options;
import org.curation.ingest.openproject.WebhookSignature;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.source.SourceItem;
import org.curation.ingest.testing.Records;
import org.curation.ingest.testing.Told;
import org.curation.model.topic.Json;
import org.curation.service.DeadLetter;
import org.curation.service.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFilesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"_type\":\"WorkPackage\", | not-json | bad.json, line 1, column",
        "'' | not-json | bad.json, line 1, column 1: is empty",
        "{} {} | not-json | bad.json, line 1",
        "\uFEFF{} | not-json | begins with a byte order mark",
        "{\"_type\":\"WorkPackage\"} | not-a-record | bad.json: id: expected",
        "{\"_type\":\"Query\"} | not-a-record | _type: expected WorkPackage",
        "{\"_type\":\"Collection\"} | not-a-record | _links.self.href: expected",
        "{\"_type\":\"Schema\"} | not-a-record | _links.self.href: expected",
        "{\"hello\":\"world\"} | not-a-record | the object: expected a work package",
        "[1,2] | not-a-record | the array: expected",
        "17 | not-a-record | the value: expected",
        "null | not-a-record | the value: expected",
        "{\"deleted\":\"no colon\"} | not-a-record | deleted: expected a curation id",
        "{\"deleted\":\"a:1\",\"version\":-1} | not-a-record | version: expected",
        "{\"offeringId\":1} | not-a-record | label: expected",
        "{\"offeringId\":\"1\"} | not-a-record | offeringId: expected",
        "{\"offeringId\":1,\"label\":\"x\",\"categories\":[1]} | not-a-record | categories[0]: expected"
      })
  void shouldKeepTheBytesOfWhatIsNoRecord(String content, String reason, String message)
      throws IOException {
    // Given
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("bad.json"), bytes);
    Files.writeString(folder.resolve("good.json"), Records.workPackage(1, 1, "Good"));

    // When
    Told told = Told.by(source());

    // Then
    assertThat(told.letters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.letterId()).isEqualTo("ingest/file/bad.json#0");
              assertThat(letter.stage()).isEqualTo("ingest");
              assertThat(letter.reason()).isEqualTo(reason);
              assertThat(letter.message()).contains(message).doesNotContain("\n");
              assertThat(letter.value()).isEqualTo(bytes);
            });
    assertThat(told.curations()).hasSize(1);
  }

  @Test
  void shouldRefuseDeepNesting() throws IOException {
    // Given
    int depth = 100_000;
    Files.writeString(folder.resolve("deep.json"), "[".repeat(depth) + "]".repeat(depth));

    // When / Then
    assertThat(Told.by(source()).letters())
        .singleElement()
        .satisfies(letter -> assertThat(letter.reason()).isEqualTo("not-json"));
  }

  @Test
  void shouldRefuseInvalidUtf8() throws IOException {
    // Given
    byte[] bytes =
        "{\"_type\":\"WorkPackage\",\"id\":1,\"lockVersion\":1,\"x\":\"?\"}"
            .getBytes(StandardCharsets.US_ASCII);
    bytes[bytes.length - 3] = (byte) 0xFF;
    Files.write(folder.resolve("bad.json"), bytes);

    // When / Then
    assertThat(Told.by(source()).letters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.reason()).isEqualTo("not-json");
              assertThat(letter.value()).isEqualTo(bytes);
            });
  }

  @Test
  void shouldGoOnAfterABrokenLine() throws IOException {
    // Given
    Files.writeString(
        folder.resolve("mixed.jsonl"),
        Records.workPackage(1, 1, "One")
            + "\n\n{broken\r\n   \n"
            + "{\"offeringId\":5,\"label\":\"Five\",\"categories\":[]}\n"
            + Records.mark("9", "2020-01-01T00:00:00Z", "https://x.org/9"));

    // When
    Told told = Told.by(source());

    // Then
    assertThat(told.letters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.letterId()).isEqualTo("ingest/file/mixed.jsonl#3");
              assertThat(letter.message()).startsWith("mixed.jsonl, line 3, column");
              assertThat(letter.value()).isEqualTo("{broken".getBytes(StandardCharsets.UTF_8));
            });
    assertThat(told.curations())
        .extracting(raw -> raw.origin())
        .containsExactlyInAnyOrder("mixed.jsonl#1", "mixed.jsonl#6");
    assertThat(told.all(SourceItem.OfferingItem.class)).hasSize(1);
  }

  @Test
  void shouldNameTheElementOfACollection() throws IOException {
    // Given
    String good = Records.workPackage(1, 1, "One");
    String collection =
        "{\"_type\":\"WorkPackageCollection\",\"_embedded\":{\"elements\":[%s,{\"_type\":\"WorkPackage\"},{\"_type\":\"User\"}]}}"
            .formatted(good);
    Files.writeString(folder.resolve("page.json"), collection);
    Files.writeString(folder.resolve("page.ndjson"), collection);

    // When
    Told told = Told.by(source());

    // Then
    assertThat(told.letters())
        .extracting(DeadLetter::letterId)
        .containsExactlyInAnyOrder(
            "ingest/file/page.json#2",
            "ingest/file/page.json#3",
            "ingest/file/page.ndjson#1.2",
            "ingest/file/page.ndjson#1.3");
    assertThat(told.letters().get(0).value())
        .isEqualTo("{\"_type\":\"WorkPackage\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(told.curations()).hasSize(1);
  }

  @Test
  void shouldKeepTheHeadOfFilesAndLinesThatAreTooLarge() throws IOException {
    // Given
    int limit = 300;
    Path json = Files.writeString(folder.resolve("big.json"), "[" + "1,".repeat(limit) + "1]");
    Path lines =
        Files.writeString(
            folder.resolve("big.jsonl"), "x".repeat(2 * limit) + "\n{\"deleted\":\"a:1\"}\n");
    RecordFiles reader = new RecordFiles(Optional.empty(), limit);
    List<Found> found = new ArrayList<>();

    // When
    reader.read(new SourceFile(json, "big.json", SourceFile.Format.JSON, null), found::add);
    reader.read(new SourceFile(lines, "big.jsonl", SourceFile.Format.LINES, null), found::add);

    // Then
    assertThat(found).hasSize(3);
    for (Found large : found.subList(0, 2)) {
      assertThat(large.shape())
          .isInstanceOfSatisfying(
              Shape.Undecodable.class,
              broken -> {
                assertThat(broken.reason()).isEqualTo("too-large");
                assertThat(broken.message())
                    .contains(large.file())
                    .contains("larger than 300 bytes");
                assertThat(broken.bytes()).hasSizeBetween(limit, limit + 1);
              });
    }
    assertThat(found.get(2).shape()).isInstanceOf(Shape.Deletion.class);
  }

  @Test
  void shouldNotFollowLinksOutOfTheDirectory() throws IOException {
    // Given
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Path outside =
        Files.writeString(folder.resolve("secret.json"), Records.workPackage(66, 1, "S"));
    Path outsideFolder = Files.createDirectory(folder.resolve("more"));
    Files.writeString(outsideFolder.resolve("more.json"), Records.workPackage(67, 1, "M"));
    Files.writeString(inside.resolve("real.data"), Records.workPackage(1, 1, "In"));
    Files.createSymbolicLink(inside.resolve("out.json"), outside);
    Files.createSymbolicLink(inside.resolve("out"), outsideFolder);
    Files.createSymbolicLink(inside.resolve("dangling.json"), inside.resolve("nowhere"));
    Files.createSymbolicLink(inside.resolve("in.json"), inside.resolve("real.data"));

    // When
    Told told = Told.by(source(inside, Optional.empty()));

    // Then
    assertThat(told.curations())
        .extracting(raw -> raw.id().toString())
        .containsExactly("open-project:1");
    assertThat(told.rejected())
        .isEqualTo(Map.of("link leaves the directory", 1L, "unreadable", 1L));
  }

  @Test
  void shouldReportAFileThatVanishes() throws IOException {
    // Given
    Path file = Files.writeString(folder.resolve("a.json"), Records.workPackage(1, 1, "One"));
    DirectorySource source = source();
    assertThat(source.links()).isEmpty();
    Files.delete(file);

    // When
    Told told = Told.by(source);

    // Then
    assertThat(told.rejected()).isEqualTo(Map.of("unreadable", 1L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "images/a.json",
        "deep/images/x/a.json",
        "pages/a.json",
        "attachments/content/a.json",
        "x/attachments/content/y/a.json",
        "notes.txt",
        "a.json.bak"
      })
  void shouldPassOverContent(String name) throws IOException {
    // Given
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{broken");

    // When / Then
    assertThat(Told.by(source()).items()).isEmpty();
  }

  @Test
  void shouldPassOverPageDataAndIndexesOfPages() throws IOException {
    // Given
    Files.writeString(
        folder.resolve("any.json"), "[{\"name\":\"openGraphMetaData\",\"content\":[]}]");
    Files.writeString(
        folder.resolve("other.json"),
        "{\"1\":{\"href\":\"https://x.org\",\"page\":\"pages/1.html\"}}");

    // When / Then
    assertThat(Told.by(source()).items()).isEmpty();
  }

  @Test
  void shouldCountOtherWebhooksAndItemsThatAreNoLinks() throws IOException {
    // Given
    Files.writeString(
        folder.resolve("a.json"), "{\"action\":\"time_entry:created\",\"time_entry\":{}}");
    Files.writeString(
        folder.resolve("b.json"), "{\"action\":\"work_package:moved\",\"work_package\":{}}");
    Files.writeString(
        folder.resolve("c.json"),
        "{\"name\":\"news\",\"items\":[{\"id\":1,\"type\":\"image\",\"name\":\"x\",\"updated_at\":\"2020-01-01T00:00:00Z\"},"
            + "{\"id\":2,\"type\":\"link\",\"link\":\"\",\"updated_at\":\"2020-01-01T00:00:00Z\"}]}");

    // When / Then
    assertThat(Told.by(source()).skipped())
        .isEqualTo(
            Map.of(
                "webhook of another action", 2L,
                "Dropmark item that is no link", 1L,
                "Dropmark link without an address", 1L));
  }

  @Test
  void shouldRequireSignaturesOnceThereIsASecret() throws IOException {
    // Given
    String webhook =
        "{\"action\":\"work_package:created\",\"work_package\":%s}"
            .formatted(Records.workPackage(1, 0, "One"));
    Files.writeString(folder.resolve("hook.json"), webhook);
    Files.writeString(folder.resolve("hooks.jsonl"), webhook);

    // When
    Told trusting = Told.by(source());
    Told strict = Told.by(source(folder, Optional.of(WebhookSignature.of("s"))));

    // Then
    assertThat(trusting.curations()).hasSize(1);
    assertThat(trusting.skipped()).containsEntry("repeated", 1L);
    assertThat(strict.rejected()).isEqualTo(Map.of("unsigned", 2L));
    assertThat(strict.curations()).isEmpty();
  }

  @Test
  void shouldNotLearnFromContentThatIsNotTrusted() throws IOException {
    // Given
    Files.writeString(folder.resolve("bare.json"), Records.workPackage(1, 1, "One"));
    Files.writeString(
        folder.resolve("forged.json"),
        "{\"action\":\"work_package:updated\",\"work_package\":{\"_type\":\"WorkPackage\",\"id\":1,\"lockVersion\":9,"
            + "\"_embedded\":{\"project\":{\"id\":1,\"identifier\":\"forged\",\"name\":\"F\",\"_links\":{\"self\":{\"href\":\"/api/v3/projects/1\"}}}}}}");

    // When
    Told told = Told.by(source(folder, Optional.of(WebhookSignature.of("s"))));

    // Then
    assertThat(told.curations()).hasSize(1);
    assertThat(told.curations().get(0).context()).isNotNull();
    assertThat(told.curations().get(0).context().project()).isNotNull();
    assertThat(told.curations().get(0).context().project().identifier()).isNull();
  }

  @Test
  void shouldSayThatADirectoryIsMissing() throws IOException {
    // Given
    Path file = Files.writeString(folder.resolve("file"), "x");

    // When / Then
    for (Path wrong : List.of(folder.resolve("absent"), file)) {
      assertThatThrownBy(() -> source(wrong, Optional.empty()).read(item -> {}))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(wrong.toString());
    }
  }

  @Test
  void shouldKeepNumbersAndOrderOfPayloads() throws IOException {
    // Given
    String payload =
        "{\"_type\":\"WorkPackage\",\"z\":123456789012345678901234567890.125,\"id\":1,\"lockVersion\":1,\"a\":null}";
    Files.writeString(folder.resolve("a.json"), payload);

    // When
    Told told = Told.by(source());

    // Then
    assertThat(Json.mapper().writeValueAsString(told.curations().get(0).payload()))
        .isEqualTo(payload);
  }

  @Test
  void shouldSplitLinesOfAnyLength() throws IOException {
    // Given
    int size = 200_000;
    String text = "a".repeat(size) + "\r\n\nb\n" + "c".repeat(size);
    List<String> lines = new ArrayList<>();

    // When
    Lines reader =
        new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), size + 1);
    for (Lines.Line line = reader.next(); line != null; line = reader.next()) {
      lines.add(line.number() + ":" + line.bytes().length + ":" + line.tooLong());
    }

    // Then
    assertThat(lines).containsExactly("1:200000:false", "2:0:false", "3:1:false", "4:200000:false");
  }

  private DirectorySource source() {
    return source(folder, Optional.empty());
  }

  private static DirectorySource source(Path directory, Optional<WebhookSignature> verifier) {
    return new DirectorySource(directory, verifier, AcceptedIndex.empty(), Options.defaults());
  }
}
