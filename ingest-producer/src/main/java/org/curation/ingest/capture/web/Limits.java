package org.curation.ingest.capture.web;

import java.time.Duration;

/**
 * How long and how large a fetch may be.
 *
 * @param connect until a connection to one address stands, and for the handshake of TLS
 * @param read between two packets
 * @param overall for all of it with redirects; waiting for one's turn left out
 * @param pageBytes of a page or a JSON file, decompressed
 * @param imageBytes of an image
 * @param pdfBytes of a PDF
 */
public record Limits(
    Duration connect,
    Duration read,
    Duration overall,
    int pageBytes,
    int imageBytes,
    int pdfBytes) {
  /** What counts when nothing else is said. */
  public static final Limits STANDARD =
      new Limits(
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          5 << 20,
          20 << 20,
          50 << 20);
}
