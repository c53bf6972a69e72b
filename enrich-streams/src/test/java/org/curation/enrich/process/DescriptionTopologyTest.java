package org.curation.enrich.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.enrich.description.DescriptionCandidate;
import org.curation.enrich.state.Resource;
import org.curation.model.Capture;
import org.curation.model.CaptureKey;
import org.curation.model.CurationContext;
import org.curation.model.CurationContext.AttachmentRef;
import org.curation.model.Document;
import org.curation.model.PageContent;
import org.curation.model.Provenance.Step;
import org.curation.model.RawCuration;
import org.curation.model.topic.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lane that wants the best description takes it from the page when the curator wrote none. */
class DescriptionTopologyTest {
  private static final String LEAD =
      "Rope that was kept dry holds longer, says Dr. Bell. A knot that was tied well does as well.";
  private static final String PAGE =
      "<html lang=en><meta property='og:description' content='Rope that was kept dry holds longer, s…'>"
          + "<article><p>%s</p></article>".formatted(LEAD);

  @TempDir Path folder;

  @Test
  void shouldTakeThePagesDescriptionWhenItArrives() throws Exception {
    try (TopologyFixture pipeline = new TopologyFixture(folder.resolve("state"), site())) {
      // Given
      pipeline.raw(record(1, "<p>Sleep Well</p>"));
      assertThat(description(only(pipeline.documents()))).isEmpty();

      // When
      pipeline.capture(Given.page(1, 1, PAGE));
      Document document = only(pipeline.documents());

      // Then
      assertThat(description(document))
          .isEqualTo("Rope that was kept dry holds longer, says Dr. Bell.");
      assertThat(document.provenance().steps())
          .contains(
              new Step(
                  "description",
                  "taken from og:description",
                  "curator: the title or the site's name; og:description: 100"));
    }
  }

  @Test
  void shouldPreferTheCuratorsText() throws Exception {
    try (TopologyFixture pipeline = new TopologyFixture(folder.resolve("state"), site())) {
      // Given
      pipeline.raw(record(1, "<p>What you should read<br>before you sleep.</p>"));
      pipeline.documents();

      // When
      pipeline.capture(Given.page(1, 1, PAGE));

      // Then: nothing that readers see has changed
      assertThat(pipeline.documents()).isEmpty();
      pipeline.raw(record(2, "<p>What you should read<br>before you wake.</p>"));
      assertThat(description(only(pipeline.documents())))
          .isEqualTo("What you should read before you wake.");
    }
  }

  @Test
  void shouldTakeWhatTheCurationExtensionSawWhenThePageSaysNothing() throws Exception {
    try (TopologyFixture pipeline = new TopologyFixture(folder.resolve("state"), site())) {
      // Given
      pipeline.raw(withExtension(record(1, "")));
      pipeline.documents();
      pipeline.capture(Given.page(1, 1, "<title>Sleep</title>"));

      // When
      pipeline.capture(
          new Capture(
              new CaptureKey(Given.id(1), CaptureKey.EXTENSION_CURATION),
              1,
              Capture.Result.CAPTURED,
              "u",
              null,
              List.of(),
              null,
              PageContent.of(
                  "[{'name':'htmlMetaData','content':[{'name':'description','content':'Seen &amp; kept.'}]}]"
                      .replace('\'', '"')),
              null,
              Given.TIME));

      // Then
      assertThat(description(only(pipeline.documents()))).isEqualTo("Seen & kept.");
    }
  }

  @Test
  void shouldReadAnswersFromBeforeDescriptionsWereKept() throws Exception {
    // Given
    Resource.Answer answer = Resource.Answer.of(Given.page(1, 1, PAGE));
    ObjectNode json = Json.mapper().valueToTree(answer);

    // When
    Resource.Answer read = Json.mapper().treeToValue(json, Resource.Answer.class);
    json.remove("described");
    Resource.Answer old = Json.mapper().treeToValue(json, Resource.Answer.class);

    // Then
    assertThat(read).isEqualTo(answer);
    assertThat(answer.described()).isNotNull();
    assertThat(answer.described().descriptions())
        .containsExactly(new DescriptionCandidate("og:description", LEAD));
    assertThat(answer.described().language()).isEqualTo("en");
    assertThat(old.described()).isNull();
    assertThat(old.page()).isEqualTo(answer.page());
  }

  private SiteConfiguration site() throws Exception {
    Path site = Files.createDirectories(folder.resolve("site").resolve("archetypes")).getParent();
    Files.writeString(
        site.resolve("lanes.yaml"),
        """
        lanes:
          - name: all
            match: {}
            archetype: plain
            document-id: "${id}"
            description: best
            description-length: 80
        """,
        StandardCharsets.UTF_8);
    Files.writeString(
        site.resolve("archetypes").resolve("plain.md"),
        """
        ---
        title: ${title}
        slug: ${title | slugify}
        basePath: /news/
        description: ${description}
        ---
        """,
        StandardCharsets.UTF_8);
    return SiteConfiguration.load(site);
  }

  private static RawCuration record(long version, String body) {
    RawCuration plain = Given.community(1, version, "Sleep Well");
    ((ObjectNode) plain.payload().get("description")).put("raw", body);
    return plain;
  }

  private static RawCuration withExtension(RawCuration plain) {
    CurationContext context = plain.context();
    return Given.with(
        plain,
        new CurationContext(
            context.fields(),
            context.project(),
            context.type(),
            context.status(),
            context.author(),
            List.of(
                new AttachmentRef(
                    "52",
                    "Lectio_Extension_Curation.json",
                    "/api/v3/attachments/52/content",
                    "application/json")),
            null));
  }

  private static String description(Document document) {
    return document.frontMatter().path("description").asText();
  }

  private static Document only(List<Document> documents) {
    assertThat(documents).hasSize(1);
    return documents.get(0);
  }
}
