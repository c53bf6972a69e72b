package org.curation.enrich.record;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.curation.enrich.record.CuratedItem.ImageSource;
import org.curation.model.CaptureKey;
import org.curation.model.CurationContext.AttachmentRef;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that the curation browser extension attaches to a work package, by their names,
 * and those that its text shows. Pure.
 */
final class OpenProjectFiles {
  private static final String FEATURED = "curated_featured_image.";
  private static final String FAVICON = "curated_source_favicon.";
  private static final String PDF = ".pdf";

  private final List<AttachmentRef> attachments;

  OpenProjectFiles(@Nullable List<AttachmentRef> attachments) {
    this.attachments = attachments == null ? List.of() : attachments;
  }

  @Nullable ImageSource featuredImage() {
    return newest(name -> name.startsWith(FEATURED) && !name.endsWith(PDF)).orElse(null);
  }

  /**
   * All other files that have a meaning, by the name of their resource. An image of the text counts
   * only when it is attached to this very item: what else the text may name there is not this
   * item's to publish.
   *
   * @param origin of the curation system, see {@link BodyImages#find}
   */
  Map<String, ImageSource> others(String body, @Nullable String origin) {
    Map<String, ImageSource> files = new TreeMap<>();
    put(files, CaptureKey.FAVICON, name -> name.startsWith(FAVICON));
    put(files, CaptureKey.PDF, name -> name.startsWith(FEATURED) && name.endsWith(PDF));
    put(files, CaptureKey.EXTENSION_CURATION, "lectio_extension_curation.json"::equals);
    put(files, CaptureKey.READABLE_CONTENT, "curated_readable_content.json"::equals);
    for (BodyImages.Found image : BodyImages.find(body, origin)) {
      attachments.stream()
          .filter(attachment -> attachment.id().equals(image.attachmentId()))
          .findFirst()
          .flatMap(OpenProjectFiles::source)
          .ifPresent(source -> files.put(image.resource(), source));
    }
    return files;
  }

  private void put(Map<String, ImageSource> files, String resource, Predicate<String> name) {
    newest(name).ifPresent(source -> files.put(resource, source));
  }

  /** The newest attachment of that name: editors replace a file by uploading another. */
  private Optional<ImageSource> newest(Predicate<String> name) {
    return attachments.stream()
        .filter(attachment -> name.test(attachment.fileName().toLowerCase(Locale.ROOT)))
        .max(
            Comparator.comparingInt((AttachmentRef attachment) -> attachment.id().length())
                .thenComparing(AttachmentRef::id))
        .flatMap(OpenProjectFiles::source);
  }

  private static Optional<ImageSource> source(AttachmentRef attachment) {
    return Optional.ofNullable(Payloads.image(attachment.contentHref(), attachment.fileName()));
  }
}
