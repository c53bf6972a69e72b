package org.curation.enrich.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.curation.model.RawCuration;

/**
 * A document that was published before, imported as it is: its front matter and its body. Its id is
 * that of the curation it was made from where that is known; a record of that curation from its
 * system is always newer.
 */
final class PublishedPayload {
  /** What lanes match such records by. */
  static final String LANE_SOURCE = "published";

  private static final String TYPE = "PublishedDocument";

  private PublishedPayload() {}

  static boolean isOne(JsonNode payload) {
    return TYPE.equals(payload.path("_type").asText(""));
  }

  static Reading read(RawCuration raw, JsonNode payload) {
    if (!(payload.get("frontMatter") instanceof ObjectNode frontMatter)) {
      return new Reading.Unusable(
          "no-payload", "The imported document %s has no front matter.".formatted(raw.id()));
    }
    String title = Payloads.text(frontMatter.get("title"));
    if (title == null) {
      return Payloads.missing(raw, "title", "title in the front matter");
    }
    String href = Payloads.text(frontMatter.path("link").get("href"));
    if (href == null) {
      return Payloads.missing(raw, "link", "link.href in the front matter");
    }
    String original = Payloads.text(frontMatter.path("link").get("original"));
    return Payloads.linked(
        raw,
        href,
        original == null ? href : original,
        link ->
            new CuratedItemBuilder(raw.id(), payload.path("sourceId"), title, link)
                .body(payload.path("body").asText(""))
                .dates(
                    Payloads.text(frontMatter.get("date")),
                    Payloads.text(frontMatter.get("lastMod")))
                .type(Payloads.text(payload.get("style")))
                .published(frontMatter)
                .build());
  }
}
