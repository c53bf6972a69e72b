package org.curation.enrich.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.curation.model.Capture;
import org.curation.model.CaptureKey;
import org.curation.model.CurationContext;
import org.curation.model.CurationContext.AttachmentRef;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;
import org.curation.model.ImageFacts;
import org.curation.model.ImageFacts.ImagePosition;
import org.curation.model.PageContent;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.curation.model.topic.Json;

/** Records for tests of the topology. */
final class Given {
  static final Instant TIME = Instant.parse("2024-03-01T08:00:00Z");

  private Given() {}

  static CurationId id(long number) {
    return new CurationId("open-project", Long.toString(number));
  }

  static RawCuration community(long number, long version, String title) {
    return workPackage(number, version, title, "medigy-sleep-care", "Sleep Care");
  }

  static RawCuration news(long number, long version, String title) {
    return workPackage(number, version, title, "netspective-medigy-news", "News");
  }

  static RawCuration workPackage(
      long number, long version, String title, String project, String projectName) {
    ObjectNode payload = Json.mapper().createObjectNode();
    payload.put("id", number).put("lockVersion", version).put("subject", title);
    payload.putObject("description").put("raw", "<p>Body of " + title + ".</p>");
    payload.put("createdAt", "2024-02-01T08:00:00Z");
    payload.put("updatedAt", "2024-02-0%dT08:00:00Z".formatted(version + 1));
    Map<String, JsonNode> fields = new HashMap<>();
    fields.put("cleanUrl", TextNode.valueOf("https://www.sleep.example.org/a/" + number));
    fields.put("medigyTopics", TextNode.valueOf("[\"KLAS: Sleep\",\"Symplur: Rest\"]"));
    return new RawCuration(
        id(number),
        SourceEvent.UPDATED,
        new Version(0, version),
        Instant.parse("2024-02-0%dT08:00:00Z".formatted(version + 1)),
        TIME,
        "test",
        payload,
        new CurationContext(
            fields,
            new ProjectRef("7", project, projectName),
            "Curated Content",
            "New",
            "Ann Author",
            List.of(
                new AttachmentRef(
                    "51",
                    "Curated_Featured_Image.png",
                    "/api/v3/attachments/51/content",
                    "image/png")),
            null));
  }

  /** The same record with another context. */
  static RawCuration with(RawCuration raw, CurationContext context) {
    return new RawCuration(
        raw.id(),
        raw.event(),
        raw.version(),
        raw.updatedAt(),
        raw.receivedAt(),
        raw.origin(),
        raw.payload(),
        context);
  }

  static RawCuration deletion(long number, long version) {
    return new RawCuration(
        id(number), SourceEvent.DELETED, new Version(0, version), null, TIME, "test", null, null);
  }

  static Capture page(long number, long request, String html) {
    return new Capture(
        new CaptureKey(id(number), CaptureKey.PAGE),
        request,
        Capture.Result.CAPTURED,
        "https://www.sleep.example.org/a/" + number,
        null,
        List.of(),
        null,
        PageContent.of(html),
        null,
        TIME);
  }

  static Capture image(long number, long request) {
    CaptureKey key = new CaptureKey(id(number), CaptureKey.FEATURED_IMAGE);
    return new Capture(
        key,
        request,
        Capture.Result.CAPTURED,
        "/api/v3/attachments/51/content",
        null,
        List.of(),
        null,
        null,
        new ImageFacts(
            "JPEG", "image/jpeg", 800, 450, "ab12", 999, "PNG", new ImagePosition(key, 0, 5)),
        TIME);
  }

  static Capture brokenImage(long number, long request) {
    return new Capture(
        new CaptureKey(id(number), CaptureKey.FEATURED_IMAGE),
        request,
        Capture.Result.UNUSABLE,
        "/api/v3/attachments/51/content",
        null,
        List.of(),
        "not an image",
        null,
        null,
        TIME);
  }
}
