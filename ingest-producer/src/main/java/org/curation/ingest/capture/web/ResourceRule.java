package org.curation.ingest.capture.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.curation.model.CaptureKey;

/**
 * What is accepted for a kind of resource. Octet streams and what has no type pass but for pages:
 * those who use them look at the bytes.
 *
 * @param name for messages
 * @param accept the header {@code Accept}
 * @param mostBytes decompressed
 * @param cut whether what is larger is cut instead of refused
 * @param types the types or, ending with a slash, the beginnings of types that are accepted
 */
record ResourceRule(String name, String accept, List<String> types, int mostBytes, boolean cut) {
  private static final List<String> UNTYPED =
      List.of("application/octet-stream", "binary/octet-stream", "application/force-download");

  /** Any type; RFC 9309 wants half a megabyte read, and the rest left. */
  static final ResourceRule ROBOTS =
      new ResourceRule("robots.txt", "text/plain,*/*;q=0.1", List.of(), 500 * 1024, true);

  /** The rule for a resource of a capture key; unknown resources count as images. */
  static ResourceRule of(String resource, Limits limits) {
    return switch (resource) {
      case CaptureKey.PAGE ->
          new ResourceRule(
              "page",
              "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.5,*/*;q=0.1",
              List.of("text/html", "application/xhtml+xml", "text/plain"),
              limits.pageBytes(),
              false);
      case CaptureKey.PDF ->
          new ResourceRule(
              "PDF",
              "application/pdf,*/*;q=0.1",
              List.of("application/pdf", "application/x-pdf"),
              limits.pdfBytes(),
              false);
      case CaptureKey.EXTENSION_CURATION, CaptureKey.READABLE_CONTENT ->
          new ResourceRule(
              "JSON file",
              "application/json,*/*;q=0.1",
              List.of("application/json", "text/"),
              limits.pageBytes(),
              false);
      default ->
          new ResourceRule(
              "image", "image/*,*/*;q=0.1", List.of("image/"), limits.imageBytes(), false);
    };
  }

  /** The same, and pages: for those who can say more of an unexpected one than its type. */
  ResourceRule orHtml() {
    List<String> more = new ArrayList<>(types);
    more.add("text/html");
    return new ResourceRule(name, accept, more, mostBytes, cut);
  }

  boolean isPage() {
    return name.equals("page");
  }

  /** Whether a type, with or without parameters, is accepted. */
  boolean accepts(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return cut
        || type.isEmpty()
        || (UNTYPED.contains(type) && !isPage())
        || types.stream().anyMatch(t -> t.endsWith("/") ? type.startsWith(t) : type.equals(t));
  }
}
