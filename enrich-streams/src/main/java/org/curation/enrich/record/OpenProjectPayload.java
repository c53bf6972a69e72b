package org.curation.enrich.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.curation.model.CurationContext;
import org.curation.model.RawCuration;

/**
 * An OpenProject work package (API v3 {@code WorkPackage}) as a curated item. The attachment and
 * field names are those of the curation browser extension.
 */
final class OpenProjectPayload {
  private static final CurationContext NOTHING =
      new CurationContext(null, null, null, null, null, null, null);

  private OpenProjectPayload() {}

  static Reading read(RawCuration raw, JsonNode payload) {
    CurationContext context = raw.context() == null ? NOTHING : raw.context();
    String title = Payloads.text(payload.get("subject"));
    if (title == null) {
      return Payloads.missing(raw, "title", "subject");
    }
    Map<String, JsonNode> fields = context.fields() == null ? Map.of() : context.fields();
    String clean = Payloads.text(fields.get("cleanUrl"));
    String source = Payloads.text(fields.get("sourceUrl"));
    String href = Payloads.firstOf(clean, source);
    String original = Payloads.firstOf(source, clean);
    if (href == null || original == null) {
      return Payloads.missing(raw, "link", "custom fields \"Clean URL\" and \"Source URL\"");
    }
    String body = payload.path("description").path("raw").asText("");
    String origin = BodyImages.origin(payload.path("_links").path("self").path("href").asText(""));
    OpenProjectFiles attachments = new OpenProjectFiles(context.attachments());
    return Payloads.linked(
        raw,
        href,
        original,
        link ->
            new CuratedItemBuilder(raw.id(), payload.path("id"), title, link)
                .body(body)
                .dates(
                    Payloads.text(payload.get("createdAt")),
                    Payloads.text(payload.get("updatedAt")))
                .author(context.author())
                .type(context.type())
                .status(context.status())
                .project(context.project())
                .fields(fields)
                .image(attachments.featuredImage())
                .attachments(attachments.others(body, origin))
                .origin(origin)
                .build());
  }
}
