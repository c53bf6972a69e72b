package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.curation.ingest.capture.RecordedResources;
import org.curation.ingest.published.ArchiveImport;
import org.curation.ingest.published.IdentityImport;
import org.curation.ingest.published.PublishedSite;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.source.IdentityPublisher;
import org.curation.ingest.source.SourceItem;
import org.curation.model.CurationContext;
import org.curation.model.CurationId;
import org.curation.model.Identity;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.curation.model.topic.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A site whose work packages are gone is carried on from its own documents. */
class ArchiveIT {
  private static final Path SEEDS = Runs.SHARED.resolve("seeds");

  @TempDir Path folder;

  @BeforeEach
  void requireSeeds() {
    assumeTrue(Files.isDirectory(SEEDS), "the seeds are not beside the project");
  }

  @Test
  void shouldPublishImportedDocumentsAsTheyWere() throws Exception {
    // Given
    PublishedSite site = PublishedSite.read(SEEDS);
    ArchiveImport archive =
        ArchiveImport.of(
            SEEDS,
            site,
            IdentityImport.of(site, Map.of()),
            Map.of(),
            Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(archive.problems()).isEmpty();

    try (TestPipeline pipeline =
        new TestPipeline(
            folder, new RecordedResources(Files.createDirectories(folder.resolve("none"))))) {
      // When
      var unused = new IdentityPublisher(pipeline.connection()).publish(archive.identities());
      for (SourceItem item : archive.documents()) {
        var sent = pipeline.send(((SourceItem.Curation) item).raw());
      }
      pipeline.await();

      // Then: byte for byte, but for line breaks within values in a style that isn't ours
      assertThat(pipeline.letters()).isEmpty();
      List<String> documents = new ArrayList<>(Runs.documents(folder.resolve("site")).values());
      List<String> others = new ArrayList<>();
      try (Stream<Path> files = Files.list(SEEDS)) {
        files.map(ArchiveIT::text).filter(seed -> !documents.remove(seed)).forEach(others::add);
      }
      assertThat(documents).hasSize(1);
      assertThat(others).hasSize(1);
      assertThat(values(documents.get(0))).isEqualTo(values(others.get(0)));
      // And no comparison with a source misses them
      assertThat(AcceptedIndex.load(pipeline.connection()).accepted().values())
          .hasSize(5)
          .allMatch(item -> Boolean.TRUE.equals(item.archived()));

      // When the curation system tells of one of them, in its first version
      CurationId id = CurationId.parse("open-project:3719");
      ObjectNode payload =
          Json.mapper().createObjectNode().put("id", 3719).put("subject", "Another title");
      CurationContext context =
          new CurationContext(
              Map.of("cleanUrl", Json.mapper().getNodeFactory().textNode("https://example.org/x")),
              new CurationContext.ProjectRef("1", "medigy-chronic-care-management", "CCM"),
              "Curated Content",
              null,
              null,
              List.of(),
              null);
      var sent =
          pipeline.send(
              new RawCuration(
                  id,
                  SourceEvent.UPDATED,
                  new Version(0, 0),
                  Instant.parse("2026-01-01T00:00:00Z"),
                  Instant.parse("2026-01-01T00:00:00Z"),
                  "poll",
                  payload,
                  context));
      pipeline.await();

      // Then
      assertThat(Runs.documents(folder.resolve("site"))).hasSize(5);
      assertThat(Runs.documentWith(folder.resolve("site"), "title: Another title"))
          .contains("mdName: 71b17c97-450a-504a-9002-52517bc633be");
      assertThat(AcceptedIndex.load(pipeline.connection()).isLive(id)).isTrue();
    }
  }

  /** An archived twin of something that is there would take its place and address. */
  @Test
  void shouldLeaveOutWhatTheClusterKnows() {
    // Given
    assumeTrue(Files.isDirectory(SEEDS), "the seeds are not beside the project");
    PublishedSite site = PublishedSite.read(SEEDS);
    IdentityImport imported = IdentityImport.of(site, Map.of());
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    String unnamed =
        ArchiveImport.of(SEEDS, site, imported, Map.of(), now).identities().stream()
            .filter(identity -> identity.id().source().equals("published"))
            .map(Identity::documentId)
            .findFirst()
            .orElseThrow();

    // When
    ArchiveImport beside =
        ArchiveImport.of(
            SEEDS, site, imported, Map.of(unnamed, CurationId.parse("dropmark:9000001")), now);

    // Then
    assertThat(beside.live()).isEqualTo(1);
    assertThat(beside.documents()).hasSize(4);
    assertThat(beside.identities()).extracting(Identity::documentId).doesNotContain(unnamed);
  }

  /** Keys in their order, values with their types, and the body. */
  private static String values(String document) {
    int end = document.indexOf("\n---\n", 4);
    Map<String, Object> frontMatter =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(document.substring(4, end + 1));
    return frontMatter + document.substring(end);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
