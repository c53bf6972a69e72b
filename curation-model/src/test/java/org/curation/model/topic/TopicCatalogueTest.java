package org.curation.model.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.curation.model.AcceptedCuration;
import org.curation.model.Capture;
import org.curation.model.CaptureKey;
import org.curation.model.CaptureRequest;
import org.curation.model.Checkpoint;
import org.curation.model.CurationId;
import org.curation.model.Document;
import org.curation.model.FileFacts;
import org.curation.model.Identity;
import org.curation.model.ImageFacts;
import org.curation.model.ImageFacts.ImagePosition;
import org.curation.model.LinkHealth;
import org.curation.model.Offering;
import org.curation.model.PageContent;
import org.curation.model.Provenance;
import org.curation.model.Publication;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicCatalogueTest {
  private static final Path SCHEMAS = Path.of("src", "main", "resources", "schemas");

  static Stream<TopicSpec<?>> jsonTopics() {
    return Topics.ALL.stream().filter(spec -> !spec.schemaResource().isEmpty());
  }

  @Test
  void shouldBeDescribedByTheCommittedPage() throws Exception {
    // Given
    Path page = Path.of("..", "docs", "topics.md");
    if ("true".equals(System.getenv("SCHEMAS_WRITE"))) {
      Files.writeString(page, TopicPage.markdown(), StandardCharsets.UTF_8);
    }

    // When / Then
    assertThat(page).content(StandardCharsets.UTF_8).isEqualTo(TopicPage.markdown());
  }

  @Test
  void shouldNameEachTopicOnce() {
    assertThat(Topics.ALL).extracting(TopicSpec::name).doesNotHaveDuplicates();
  }

  /**
   * Run with {@code SCHEMAS_WRITE=true} in the environment to write the schemas after a change of
   * the contract.
   */
  @ParameterizedTest
  @MethodSource("jsonTopics")
  void shouldHaveTheCommittedSchema(TopicSpec<?> spec) throws Exception {
    // Given
    ObjectWriter pretty = Json.mapper().writerWithDefaultPrettyPrinter();
    String derived = pretty.writeValueAsString(JsonSchemas.of(spec.valueType())) + "\n";
    if ("true".equals(System.getenv("SCHEMAS_WRITE"))) {
      Files.writeString(
          SCHEMAS.resolve(spec.valueType().getSimpleName() + ".json"),
          derived,
          StandardCharsets.UTF_8);
    }

    // When
    String committed;
    try (InputStream in = TopicSpec.class.getResourceAsStream(spec.schemaResource())) {
      committed = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    // Then
    assertThat(committed)
        .as("the contract changed: review it, then run with SCHEMAS_WRITE=true and build again")
        .isEqualTo(derived);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void shouldWriteWhatItsSchemaAllows(Object example) throws Exception {
    // Given
    ObjectNode schema = JsonSchemas.of(example.getClass());
    Schema validator =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);

    // When
    JsonNode written = Json.mapper().readTree(Json.mapper().writeValueAsBytes(example));
    List<Error> errors = validator.validate(written);

    // Then
    assertThat(errors).isEmpty();
    assertThat(validator.validate(Json.mapper().readTree("{}"))).isNotEmpty();
    assertThat(Json.mapper().treeToValue(written, example.getClass()))
        .usingRecursiveComparison()
        .isEqualTo(example);
  }

  static Stream<Object> examples() {
    CurationId id = CurationId.parse("open-project:3719");
    CaptureKey key = new CaptureKey(id, CaptureKey.FEATURED_IMAGE);
    Version version = new Version(0, 2);
    Instant time = Instant.parse("2024-05-01T10:00:00.123456Z");
    ImagePosition position = new ImagePosition(key, 1, 17);
    Provenance provenance =
        new Provenance(
            "file",
            "lane",
            "archetype",
            List.of(new Provenance.Step("a", "b", null)),
            List.of(
                new Provenance.Field(
                    "a",
                    "v",
                    "rule",
                    "source",
                    List.of(new Provenance.Change("c", "before", null)),
                    List.of(new Provenance.Candidate("other", "w", null)))));
    return Stream.of(
        new RawCuration(
            id,
            SourceEvent.UPDATED,
            version,
            time,
            time,
            "3719.json",
            Json.mapper().createObjectNode().put("subject", "s"),
            null),
        new AcceptedCuration(id, version, AcceptedCuration.State.PUBLISHED, "lane", null),
        new Identity(id, "x", null, List.of("/news/a/"), Identity.Origin.ASSIGNED),
        new Offering(1, "label", List.of("a")),
        new CaptureRequest(key, 1, "/api/v3/attachments/1/content", "a.jpg"),
        new CaptureRequest(key, 1, "https://example.org/", "", time),
        new Checkpoint("open-project", Json.mapper().createObjectNode().put("id", 7), time),
        new LinkHealth(
            key,
            1,
            "https://example.org/",
            LinkHealth.Condition.OK,
            time,
            LinkHealth.Outcome.NOT_MODIFIED,
            null,
            304,
            "https://example.org/a",
            time,
            time,
            0,
            "\"abc\"",
            null,
            "ab"),
        new Capture(
            key,
            1,
            Capture.Result.CAPTURED,
            "https://example.org/",
            null,
            List.of(),
            null,
            PageContent.of("<p>"),
            new ImageFacts("JPEG", "image/jpeg", 1, 2, "ab", 3, "PNG", position),
            time),
        new Capture(
            new CaptureKey(id, CaptureKey.PDF),
            1,
            Capture.Result.CAPTURED,
            "/api/v3/attachments/2/content",
            null,
            List.of(),
            null,
            null,
            null,
            time,
            new FileFacts("application/pdf", 3, "ab", position)),
        new Document(
            id,
            Document.State.PUBLISHED,
            version,
            3,
            "x",
            "content/news/x/index.md",
            "/news/a/",
            List.of(),
            Document.Style.SORTED,
            Json.mapper().createObjectNode().putNull("k"),
            "body",
            List.of(new Document.Asset("a.jpeg", "ab", position)),
            "hash",
            provenance),
        new Publication(
            id, "hugo", Publication.Outcome.CREATED, "x", version, 3, "hash", time, 12));
  }
}
