package org.curation.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.curation.model.CurationContext;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.curation.model.topic.Json;
import org.curation.model.topic.Topics;

/** Records of {@code curation.raw}, written straight to the topic. */
final class RawRecords {
  private static final Instant TIME = Instant.parse("2024-03-01T08:00:00Z");

  private RawRecords() {}

  static CurationId id(long number) {
    return new CurationId("open-project", Long.toString(number));
  }

  static ObjectNode payload(long number, String title, String body) {
    ObjectNode payload = Json.mapper().createObjectNode();
    payload.put("id", number).put("subject", title);
    payload.putObject("description").put("raw", body);
    payload.put("createdAt", "2024-02-01T08:00:00Z").put("updatedAt", "2024-02-02T08:00:00Z");
    return payload;
  }

  static RawCuration good(long number) {
    return with(number, "Good %d".formatted(number), "<p>A good body.</p>");
  }

  static RawCuration with(long number, String title, String body) {
    return record(number, payload(number, title, body), Map.of());
  }

  /** A record of the news lane, whose documents have most fields. */
  static RawCuration record(long number, ObjectNode payload, Map<String, JsonNode> fields) {
    return record(number, payload, fields, "netspective-medigy-news");
  }

  static RawCuration record(
      long number, ObjectNode payload, Map<String, JsonNode> fields, String project) {
    Map<String, JsonNode> all = new HashMap<>();
    all.put("cleanUrl", TextNode.valueOf("https://www.site%d.example.org/a".formatted(number)));
    all.put("medigyTopics", TextNode.valueOf("[\"KLAS: Care\"]"));
    all.putAll(fields);
    return new RawCuration(
        id(number),
        SourceEvent.UPDATED,
        new Version(0, 1),
        null,
        TIME,
        "poison",
        payload,
        new CurationContext(
            all,
            new ProjectRef("7", project, "News"),
            "Curated Content",
            "New",
            "Ann",
            null,
            null));
  }

  static byte[] bytes(RawCuration raw) {
    return Topics.RAW.serde().serializer().serialize(Topics.RAW.name(), raw);
  }

  static byte[] bytes(long number, long version, String title, String project) {
    return Topics.RAW.serde().serializer().serialize("", raw(number, version, title, project));
  }

  private static RawCuration raw(long number, long version, String title, String project) {
    ObjectNode payload = Json.mapper().createObjectNode();
    payload.put("id", number).put("lockVersion", version).put("subject", title);
    payload.putObject("description").put("raw", "<p>Body " + number + ".</p>");
    payload.put("createdAt", "2024-02-01T08:00:00Z").put("updatedAt", "2024-02-02T08:00:00Z");
    return new RawCuration(
        id(number),
        SourceEvent.UPDATED,
        new Version(0, version),
        TIME.plusSeconds(version),
        TIME,
        "test",
        payload,
        new CurationContext(
            Map.of("cleanUrl", TextNode.valueOf("https://www.care.example.org/" + number)),
            new ProjectRef("5", project, "Care"),
            "Curated Content",
            null,
            null,
            List.of(),
            null));
  }
}
