package org.curation.standalone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
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

/** Raw records for tests, as ingest would have written them. */
final class RawRecords {
  private static final Instant TIME = Instant.parse("2024-03-01T08:00:00Z");

  private RawRecords() {}

  static CurationId id(long number) {
    return new CurationId("open-project", Long.toString(number));
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
