package org.curation.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks the capture worker to fetch one resource: the value of {@code curation.capture-requests}.
 *
 * @param key what is asked for
 * @param number goes up each time the URL of this resource changes; answers carry it
 * @param url an absolute URL, or a path of the curation system such as {@code
 *     /api/v3/attachments/9831/content}
 * @param fileName the name that an attachment was uploaded under; empty for pages
 * @param againAfter on demand: fetch again what was last fetched before this time; null otherwise
 */
public record CaptureRequest(
    CaptureKey key, long number, String url, String fileName, @Nullable Instant againAfter) {
  /** Requires all parts. */
  public CaptureRequest {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(url, "url");
    fileName = fileName == null ? "" : fileName;
  }

  /** A request of enrichment, which knows no clock. */
  public CaptureRequest(CaptureKey key, long number, String url, String fileName) {
    this(key, number, url, fileName, null);
  }
}
