package org.curation.enrich.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.model.AcceptedCuration;
import org.curation.model.Capture;
import org.curation.model.CaptureKey;
import org.curation.model.CaptureRequest;
import org.curation.model.CurationContext;
import org.curation.model.CurationContext.AttachmentRef;
import org.curation.model.Document;
import org.curation.model.FileFacts;
import org.curation.model.ImageFacts;
import org.curation.model.ImageFacts.ImagePosition;
import org.curation.model.PageContent;
import org.curation.model.Provenance.Step;
import org.curation.model.RawCuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetsTopologyTest {
  private static final String BODY =
      "<p>É <img src=\"/api/v3/attachments/7/content\"> ![](/api/v3/attachments/8/content)</p>";
  private static final String BODY_IMAGE = CaptureKey.BODY_IMAGE + "7";

  @TempDir Path folder;

  @Test
  void shouldPublishEachFileThatWasCaptured() throws Exception {
    try (TopologyFixture pipeline = new TopologyFixture(folder.resolve("state"), site(""))) {
      // Given
      pipeline.raw(record(1, attachments()));
      Document first = only(pipeline.documents());
      assertThat(pipeline.requests())
          .extracting(CaptureRequest::key)
          .extracting(CaptureKey::resource)
          .containsExactlyInAnyOrder(
              CaptureKey.PAGE,
              CaptureKey.FAVICON,
              CaptureKey.PDF,
              CaptureKey.EXTENSION_CURATION,
              CaptureKey.READABLE_CONTENT,
              BODY_IMAGE);

      // When
      pipeline.capture(image(CaptureKey.FAVICON, "PNG"));
      pipeline.capture(image(BODY_IMAGE, "PNG"));
      pipeline.capture(pdf());
      pipeline.capture(extension());
      List<Document> later = pipeline.documents();

      // Then
      String id = first.documentId();
      assertThat(first.assets()).isEmpty();
      assertThat(first.body()).contains(BODY);
      assertThat(first.frontMatter().get("icon").isNull()).isTrue();
      assertThat(later).hasSize(4);
      Document last = later.get(3);
      assertThat(last.assets())
          .extracting(Document.Asset::name)
          .containsExactly(id + "-7.png", id + "-icon.png", id + ".pdf");
      assertThat(last.assets().get(2).position().key().resource()).isEqualTo(CaptureKey.PDF);
      assertThat(last.body())
          .contains(BODY.replace("/api/v3/attachments/7/content", id + "-7.png"));
      assertThat(last.frontMatter().get("icon").asText()).isEqualTo(id + "-icon.png");
      assertThat(last.frontMatter().get("paper").asText()).isEqualTo(id + ".pdf");
      assertThat(last.frontMatter().get("og").asText()).isEqualTo("from the extension");
      assertThat(last.provenance().steps())
          .contains(new Step("page metadata", "1 value from the curation extension", "ogtitle"));

      // When the page says something itself
      pipeline.capture(Given.page(1, 1, "<meta property='og:title' content='from the page'>"));

      // Then
      assertThat(only(pipeline.documents()).frontMatter().get("og").asText())
          .isEqualTo("from the page");

      // When the files are gone from the item
      pipeline.raw(record(2, List.of()));

      // Then
      Document without = only(pipeline.documents());
      assertThat(without.assets()).isEmpty();
      assertThat(without.body()).contains(BODY);
    }
  }

  @Test
  void shouldTakeThePagesTextFromTheExtensionsReader() throws Exception {
    try (TopologyFixture pipeline = new TopologyFixture(folder.resolve("state"), site(""))) {
      // Given
      pipeline.raw(record(1, attachments()));
      only(pipeline.documents());

      // When
      pipeline.capture(readable());

      // Then
      Document document = only(pipeline.documents());
      assertThat(document.frontMatter().get("text").asText()).isEqualTo("First. Second.");
      assertThat(document.frontMatter().get("pageTitle").asText()).isEqualTo("An article");
      assertThat(document.provenance().steps())
          .contains(
              new Step(
                  "page metadata",
                  "3 values from the curation extension",
                  "title, text, description"));
    }
  }

  @Test
  void shouldPublishImagesThatTheBodyNamesWithTheSystemsOwnHost() throws Exception {
    try (TopologyFixture pipeline = new TopologyFixture(folder.resolve("state"), site(""))) {
      // Given
      RawCuration raw = record(1, attachments());
      ObjectNode payload = (ObjectNode) raw.payload();
      String own = "https://curate.example/api/v3/attachments/7/content";
      ((ObjectNode) payload.get("description")).put("raw", "![](%s)".formatted(own));
      payload
          .withObject("_links")
          .putObject("self")
          .put("href", "https://curate.example/api/v3/work_packages/1");
      pipeline.raw(raw);
      only(pipeline.documents());

      // When
      pipeline.capture(image(BODY_IMAGE, "PNG"));

      // Then
      Document document = only(pipeline.documents());
      assertThat(document.body()).contains("![](%s-7.png)".formatted(document.documentId()));
    }
  }

  @Test
  void shouldHoldUntilEveryFileIsAnswered() throws Exception {
    try (TopologyFixture pipeline =
        new TopologyFixture(folder.resolve("state"), site("    hold-for-capture: true\n"))) {
      // Given
      pipeline.raw(record(1, attachments()));
      pipeline.capture(image(CaptureKey.FAVICON, "PNG"));
      pipeline.capture(image(BODY_IMAGE, "JPEG"));
      pipeline.capture(extension());
      pipeline.capture(readable());
      pipeline.capture(Given.page(1, 1, "<title>t</title>"));
      assertThat(pipeline.documents()).isEmpty();
      assertThat(pipeline.accepted())
          .extracting(AcceptedCuration::state)
          .containsOnly(AcceptedCuration.State.WAITING);

      // When
      pipeline.capture(capture(CaptureKey.PDF, Capture.Result.UNUSABLE, null, null, null));

      // Then
      assertThat(only(pipeline.documents()).assets()).hasSize(2);
    }
  }

  @Test
  void shouldAskForNothingThatTheLaneDoesNotPublish() {
    try (TopologyFixture pipeline = new TopologyFixture(folder)) {
      // When
      pipeline.raw(record(1, attachments()));

      // Then
      assertThat(pipeline.requests())
          .extracting(CaptureRequest::key)
          .extracting(CaptureKey::resource)
          .containsExactlyInAnyOrder(
              CaptureKey.PAGE, CaptureKey.EXTENSION_CURATION, CaptureKey.READABLE_CONTENT);
      assertThat(only(pipeline.documents()).body()).contains(BODY);
    }
  }

  private SiteConfiguration site(String more) throws Exception {
    Path site = Files.createDirectories(folder.resolve("site").resolve("archetypes")).getParent();
    Files.writeString(
        site.resolve("lanes.yaml"),
        """
        lanes:
          - name: all
            match: {}
            archetype: plain
            document-id: "${id}"
            favicon: "${documentId}-icon.png"
            featured-pdf: "${documentId}.pdf"
            body-images: "${documentId}-${attachmentId}.${extension}"
        """
            + more,
        StandardCharsets.UTF_8);
    Files.writeString(
        site.resolve("archetypes").resolve("plain.md"),
        """
        ---
        title: ${title}
        slug: ${title | slugify}
        basePath: /news/
        icon: ${favicon.href}
        paper: ${pdf.href}
        og: ${page.meta.ogtitle}
        pageTitle: ${page.title}
        text: ${page.text}
        ---
        ${body}
        """,
        StandardCharsets.UTF_8);
    return SiteConfiguration.load(site);
  }

  private static RawCuration record(long version, List<AttachmentRef> attachments) {
    RawCuration plain = Given.community(1, version, "Sleep Well");
    ((ObjectNode) plain.payload().get("description")).put("raw", BODY);
    CurationContext context = plain.context();
    return Given.with(
        plain,
        new CurationContext(
            context.fields(),
            context.project(),
            context.type(),
            context.status(),
            context.author(),
            attachments,
            null));
  }

  private static List<AttachmentRef> attachments() {
    return List.of(
        attachment("5", "Curated_Source_FavIcon.png"),
        attachment("6", "Curated_Featured_Image.pdf"),
        attachment("7", "drawing.png"),
        attachment("9", "Lectio_Extension_Curation.json"),
        attachment("10", "Curated_Readable_Content.json"));
  }

  private static AttachmentRef attachment(String id, String name) {
    return new AttachmentRef(id, name, "/api/v3/attachments/" + id + "/content", null);
  }

  private static Capture image(String resource, String format) {
    ImagePosition position = new ImagePosition(key(resource), 0, 5);
    return capture(
        resource,
        Capture.Result.CAPTURED,
        null,
        new ImageFacts(format, "image/x", 4, 3, "ab" + resource, 9, "PNG", position),
        null);
  }

  private static Capture pdf() {
    return capture(
        CaptureKey.PDF,
        Capture.Result.CAPTURED,
        null,
        null,
        new FileFacts("application/pdf", 9, "cd", new ImagePosition(key(CaptureKey.PDF), 0, 6)));
  }

  private static Capture extension() {
    return capture(
        CaptureKey.EXTENSION_CURATION,
        Capture.Result.CAPTURED,
        PageContent.of(
            "[{\"name\":\"openGraphMetaData\",\"content\":[{\"name\":\"og:title\",\"content\":"
                + "\"from the extension\"}]}]"),
        null,
        null);
  }

  private static Capture readable() {
    return capture(
        CaptureKey.READABLE_CONTENT,
        Capture.Result.CAPTURED,
        PageContent.of(
            "{\"title\":\"An article\",\"excerpt\":\"First.\",\"textContent\":\"First.\\n Second.\"}"),
        null,
        null);
  }

  private static Capture capture(
      String resource,
      Capture.Result result,
      @Nullable PageContent page,
      @Nullable ImageFacts image,
      @Nullable FileFacts file) {
    return new Capture(
        key(resource), 1, result, "u", null, List.of(), null, page, image, Given.TIME, file);
  }

  private static CaptureKey key(String resource) {
    return new CaptureKey(Given.id(1), resource);
  }

  private static <T> T only(List<T> list) {
    assertThat(list).hasSize(1);
    return list.get(0);
  }
}
