package org.curation.enrich.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.curation.model.Document;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/**
 * Whether a document fits into a record. Checked before it is forwarded: under exactly-once a
 * record that the broker refuses can't be skipped.
 */
final class DocumentSize {
  /** Room for key, headers and framing below the topic's limit of 4 MiB. */
  private static final int MAX_BYTES = 4 * 1024 * 1024 - 16 * 1024;

  /** Below this many characters no escaping can reach the limit. */
  private static final int SURELY_FITS = MAX_BYTES / 8;

  private DocumentSize() {}

  static boolean tooLarge(Document document) {
    long characters =
        length(document.body())
            + (document.frontMatter() == null ? 0 : document.frontMatter().toString().length())
            + length(document.address())
            + document.formerAddresses().stream().mapToLong(String::length).sum()
            + length(document.provenance().origin())
            + document.provenance().steps().stream()
                .mapToLong(step -> length(step.rule()) + length(step.detail()))
                .sum();
    return characters > SURELY_FITS && bytes(document) > MAX_BYTES;
  }

  static String message(Document document) {
    return "The document of %s has %d bytes as a record; at most %d fit. Shorten its body."
        .formatted(document.id(), bytes(document), MAX_BYTES);
  }

  private static long length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  private static int bytes(Document document) {
    try {
      return Json.mapper().writeValueAsBytes(document).length;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a document is always JSON", e);
    }
  }
}
