package org.curation.ingest.capture.web;

import java.util.List;
import java.util.Locale;
import org.curation.model.CaptureKey;

/**
 * What is accepted for a kind of resource. Octet streams and what has no type pass but for pages:
 * those who use them look at the bytes.
 *
 * @param name for messages
 * @param accept the header {@code Accept}
 * @param types the types or, ending with a slash, the beginnings of types that are accepted
 */
record ResourceRule(String name, String accept, List<String> types, int mostBytes) {
  private static final List<String> UNTYPED =
      List.of("application/octet-stream", "binary/octet-stream", "application/force-download");

  /** The rule for a resource of a capture key; unknown resources count as images. */
  static ResourceRule of(String resource, Limits limits) {
    return switch (resource) {
      case CaptureKey.PAGE ->
          new ResourceRule(
              "page",
              "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.5,*/*;q=0.1",
              List.of("text/html", "application/xhtml+xml", "text/plain"),
              limits.pageBytes());
      case CaptureKey.PDF ->
          new ResourceRule(
              "PDF",
              "application/pdf,*/*;q=0.1",
              List.of("application/pdf", "application/x-pdf"),
              limits.pdfBytes());
      case CaptureKey.EXTENSION_CURATION, CaptureKey.READABLE_CONTENT ->
          new ResourceRule(
              "JSON file",
              "application/json,*/*;q=0.1",
              List.of("application/json", "text/"),
              limits.pageBytes());
      default ->
          new ResourceRule(
              "image", "image/*,*/*;q=0.1", List.of("image/"), limits.imageBytes());
    };
  }

  /** Whether a type, with or without parameters, is accepted. */
  boolean accepts(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.isEmpty()
        || (UNTYPED.contains(type) && !name.equals("page"))
        || types.stream().anyMatch(t -> t.endsWith("/") ? type.startsWith(t) : type.equals(t));
  }
}
