package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.curation.ingest.capture.Fetched;
import org.curation.ingest.capture.Fetcher;
import org.curation.model.CurationContext;
import org.curation.model.CurationContext.AttachmentRef;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.curation.model.topic.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Icons, PDFs and images of bodies, from the attachment to the file beside the document. */
@Timeout(180)
class AssetsIT {
  private static final CurationId ID = CurationId.parse("open-project:77");
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
  private static final String BODY =
      "<p>É <img src=\"/api/v3/attachments/3/content\"> ![](/api/v3/attachments/4/content)</p>";
  private static final AttachmentRef ICON = attachment("1", "Curated_Source_FavIcon.png");
  private static final AttachmentRef NEW_ICON = attachment("11", "Curated_Source_FavIcon.png");
  private static final AttachmentRef PDF = attachment("2", "Curated_Featured_Image.pdf");
  private static final AttachmentRef CLEAR = attachment("3", "drawing.png");
  private static final AttachmentRef PHOTO = attachment("4", "photo.jpg");
  private static final AttachmentRef EXTENSION = attachment("5", "Lectio_Extension_Curation.json");

  @TempDir Path folder;

  private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

  @Test
  void shouldPublishReplaceRemoveAndTakeBackFiles() throws Exception {
    // Given
    contents.put(ICON.contentHref(), image("png", 16, BufferedImage.TYPE_INT_RGB));
    contents.put(NEW_ICON.contentHref(), image("png", 48, BufferedImage.TYPE_INT_RGB));
    contents.put(PDF.contentHref(), text("%PDF-1.7\nany"));
    contents.put(CLEAR.contentHref(), image("png", 20, BufferedImage.TYPE_INT_ARGB));
    contents.put(PHOTO.contentHref(), image("jpeg", 30, BufferedImage.TYPE_INT_RGB));
    contents.put(
        EXTENSION.contentHref(),
        text(
            "[{\"name\":\"openGraphMetaData\",\"content\":[{\"name\":\"og:title\","
                + "\"content\":\"Seen then\"}]}]"));
    Fetcher fetcher =
        request -> {
          byte[] body = contents.get(request.url());
          return body == null
              ? new Fetched.Gone("nothing there")
              : new Fetched.Bytes(body, request.url(), Optional.empty());
        };

    try (TestPipeline pipeline = new TestPipeline(folder, fetcher, lanes())) {
      // When all are attached
      send(pipeline, record(1, List.of(ICON, PDF, CLEAR, PHOTO, EXTENSION)));
      Map<String, byte[]> all = files();

      // Then
      assertThat(all.keySet())
          .containsExactlyInAnyOrder("index.md", "77-icon.png", "77.pdf", "77-3.png", "77-4.jpeg");
      assertThat(all.get("77.pdf")).isEqualTo(contents.get(PDF.contentHref()));
      assertThat(all.get("77-4.jpeg")).isEqualTo(contents.get(PHOTO.contentHref()));
      assertThat(document(all))
          .contains("<p>É <img src=\"77-3.png\"> ![](77-4.jpeg)</p>")
          .contains("icon: 77-icon.png")
          .contains("paper: 77.pdf")
          .contains("og: Seen then");

      // When one is replaced and one is gone
      send(pipeline, record(2, List.of(NEW_ICON, PDF, CLEAR, EXTENSION)));
      Map<String, byte[]> fewer = files();

      // Then
      assertThat(fewer.keySet())
          .containsExactlyInAnyOrder("index.md", "77-icon.png", "77.pdf", "77-3.png");
      assertThat(fewer.get("77-icon.png")).isNotEqualTo(all.get("77-icon.png"));
      assertThat(document(fewer))
          .contains("<p>É <img src=\"77-3.png\"> ![](/api/v3/attachments/4/content)</p>");

      // When all are gone
      send(pipeline, record(3, List.of()));

      // Then
      assertThat(files().keySet()).containsExactly("index.md");
      assertThat(document(files())).contains(BODY);

      // When they come back and the item is deleted
      send(pipeline, record(4, List.of(ICON, PDF, CLEAR, PHOTO)));
      assertThat(files()).hasSize(5);
      send(
          pipeline,
          new RawCuration(ID, SourceEvent.DELETED, new Version(0, 5), null, TIME, "t", null, null));

      // Then
      assertThat(files()).isEmpty();
      assertThat(pipeline.letters()).isEmpty();
    }
  }

  private static void send(TestPipeline pipeline, RawCuration record) throws Exception {
    var sent = pipeline.send(record);
    pipeline.await();
  }

  private static String document(Map<String, byte[]> files) {
    return new String(files.get("index.md"), StandardCharsets.UTF_8);
  }

  /** Bytes of the files below the content folder, by name. */
  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    Path content = folder.resolve("site").resolve("content");
    if (!Files.isDirectory(content)) {
      return files;
    }
    try (Stream<Path> paths = Files.walk(content)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static RawCuration record(long version, List<AttachmentRef> attachments) {
    ObjectNode payload = Json.mapper().createObjectNode().put("id", 77).put("subject", "Files");
    payload.putObject("description").put("raw", BODY);
    CurationContext context =
        new CurationContext(
            Map.of("cleanUrl", TextNode.valueOf("https://example.org/x")),
            new CurationContext.ProjectRef("1", "medigy-care", "Care"),
            "Curated Content",
            null,
            null,
            attachments,
            null);
    return new RawCuration(
        ID, SourceEvent.UPDATED, new Version(0, version), TIME, TIME, "t", payload, context);
  }

  private Path lanes() {
    Path site = folder.resolve("lanes");
    Runs.write(
        site.resolve("lanes.yaml"),
        """
        lanes:
          - name: all
            match: {}
            archetype: plain
            document-id: "${id}"
            favicon: "${id}-icon.png"
            featured-pdf: "${id}.pdf"
            body-images: "${id}-${attachmentId}.${extension}"
        """);
    Runs.write(
        site.resolve("archetypes").resolve("plain.md"),
        """
        ---
        title: ${title}
        slug: ${title | slugify}
        basePath: /news/
        icon: ${favicon.href}
        paper: ${pdf.href}
        og: ${page.meta.ogtitle}
        ---
        ${body}
        """);
    return site;
  }

  private static AttachmentRef attachment(String id, String name) {
    return new AttachmentRef(id, name, "/api/v3/attachments/" + id + "/content", null);
  }

  private static byte[] image(String format, int side, int type) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(new BufferedImage(side, side, type), format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
