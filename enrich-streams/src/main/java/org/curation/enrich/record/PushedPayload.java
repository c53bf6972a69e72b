package org.curation.enrich.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.RawCuration;
import org.jspecify.annotations.Nullable;

/**
 * An item that another curation system pushed, as a curated item. Its topics are the field {@code
 * topics}.
 */
final class PushedPayload {
  private static final String TOPICS = "topics";

  private PushedPayload() {}

  static Reading read(RawCuration raw, JsonNode payload) {
    String title = Payloads.text(payload.get("title"));
    if (title == null) {
      return Payloads.missing(raw, "title", "title");
    }
    String href = Payloads.text(payload.get("link"));
    if (href == null) {
      return Payloads.missing(raw, "link", "link");
    }
    String original = Payloads.text(payload.get("originalLink"));
    return Payloads.linked(
        raw,
        href,
        original == null ? href : original,
        link ->
            new CuratedItemBuilder(raw.id(), TextNode.valueOf(raw.id().sourceId()), title, link)
                .body(body(payload))
                .dates(
                    Payloads.text(payload.get("createdAt")),
                    Payloads.text(payload.get("updatedAt")))
                .author(Payloads.text(payload.get("author")))
                .type(Payloads.text(payload.get("type")))
                .status(Payloads.text(payload.get("status")))
                .project(project(payload.path("project")))
                .fields(fields(payload))
                .tags(tags(payload.path("tags")))
                .image(Payloads.image(Payloads.text(payload.get("image")), ""))
                .build());
  }

  private static String body(JsonNode payload) {
    String body = payload.path("body").asText("");
    return body.isBlank() ? payload.path("summary").asText("") : body;
  }

  private static @Nullable ProjectRef project(JsonNode project) {
    String identifier = Payloads.text(project.get("identifier"));
    return identifier == null
        ? null
        : new ProjectRef(null, identifier, Payloads.text(project.get("name")));
  }

  private static Map<String, JsonNode> fields(JsonNode payload) {
    Map<String, JsonNode> fields = new HashMap<>();
    payload.path("fields").properties().forEach(each -> fields.put(each.getKey(), each.getValue()));
    if (payload.path(TOPICS).isArray()) {
      fields.put(TOPICS, payload.path(TOPICS));
    }
    return fields;
  }

  private static List<String> tags(JsonNode tags) {
    List<String> names = new ArrayList<>();
    for (JsonNode tag : tags) {
      String name = Payloads.text(tag);
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }
}
