package org.curation.enrich.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.curation.enrich.record.CuratedItem.ImageSource;
import org.curation.model.CurationContext;
import org.curation.model.RawCuration;
import org.jspecify.annotations.Nullable;

/** A Dropmark item (API v1 or public export) as a curated item. */
final class DropmarkPayload {
  private DropmarkPayload() {}

  static Reading read(RawCuration raw, JsonNode payload) {
    String title = Payloads.text(payload.get("name"));
    if (title == null) {
      return Payloads.missing(raw, "title", "name");
    }
    String href = Payloads.text(payload.get("link"));
    if (href == null) {
      return Payloads.missing(raw, "link", "link");
    }
    CurationContext context = raw.context();
    return Payloads.linked(
        raw,
        href,
        href,
        link ->
            new CuratedItemBuilder(raw.id(), payload.path("id"), title, link)
                .body(body(payload, href))
                .dates(
                    Payloads.text(payload.get("created_at")),
                    Payloads.text(payload.get("updated_at")))
                .author(Payloads.text(payload.get("user_name")))
                .type(Payloads.text(payload.get("type")))
                .collection(
                    Payloads.firstOf(
                        Payloads.text(payload.get("collection_name")),
                        context == null ? null : context.collection()))
                .tags(tags(payload.path("tags")))
                .image(image(payload))
                .build());
  }

  /** Dropmark puts the bare link into {@code content} when nobody wrote any. */
  private static String body(JsonNode payload, String href) {
    String description = payload.path("description").asText("");
    if (!description.isBlank()) {
      return description;
    }
    String content = payload.path("content").asText("");
    return content.strip().equals(href) ? "" : content;
  }

  private static List<String> tags(JsonNode tags) {
    List<String> names = new ArrayList<>();
    for (JsonNode tag : tags) {
      String name = Payloads.text(tag.isObject() ? tag.get("name") : tag);
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  private static @Nullable ImageSource image(JsonNode payload) {
    String url =
        Payloads.firstOf(
            Payloads.text(payload.path("thumbnails").get("uncropped")),
            Payloads.text(payload.get("thumbnail")));
    return Payloads.image(url, "");
  }
}
