package org.curation.enrich.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.curation.enrich.record.CuratedItem.ImageSource;
import org.curation.model.CurationContext;
import org.curation.model.CurationContext.AttachmentRef;
import org.curation.model.RawCuration;
import org.jspecify.annotations.Nullable;

/**
 * An OpenProject work package (API v3 {@code WorkPackage}) as a curated item. The attachment and
 * field names are those of the curation browser extension.
 */
final class OpenProjectPayload {
  private static final String FEATURED = "curated_featured_image.";
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
    return Payloads.linked(
        raw,
        href,
        original,
        link ->
            new CuratedItem(
                raw.id(),
                payload.path("id"),
                title,
                payload.path("description").path("raw").asText(""),
                link,
                Payloads.text(payload.get("createdAt")),
                Payloads.text(payload.get("updatedAt")),
                context.author(),
                context.type(),
                context.status(),
                context.project(),
                null,
                fields,
                List.of(),
                featuredImage(context.attachments())));
  }

  /** The newest attachment of that name: editors replace an image by uploading another. */
  private static @Nullable ImageSource featuredImage(@Nullable List<AttachmentRef> attachments) {
    if (attachments == null) {
      return null;
    }
    return attachments.stream()
        .filter(OpenProjectPayload::isFeaturedImage)
        .max(
            Comparator.comparingInt((AttachmentRef attachment) -> attachment.id().length())
                .thenComparing(AttachmentRef::id))
        .flatMap(
            attachment ->
                Optional.ofNullable(
                    Payloads.image(attachment.contentHref(), attachment.fileName())))
        .orElse(null);
  }

  private static boolean isFeaturedImage(AttachmentRef attachment) {
    String name = attachment.fileName().toLowerCase(Locale.ROOT);
    return name.startsWith(FEATURED) && !name.endsWith(".pdf");
  }
}
