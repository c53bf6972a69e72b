package org.curation.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What fetching one resource gave: the value of {@code curation.captures}. A fetched page is an
 * input event like any other, so better extraction needs a replay, never a second fetch.
 *
 * @param requestNumber of the request that this answers; answers to older requests are ignored
 * @param url as asked for
 * @param finalUrl after redirects; null when nothing was reached
 * @param redirects each address on the way, in order
 * @param reason why there is no usable content, for people; null when there is
 * @param page for pages, and for the extension's JSON attachments: their text as fetched
 * @param image for images
 * @param file for files that are published as they are; null in records from before there were any
 */
public record Capture(
    CaptureKey key,
    long requestNumber,
    Result result,
    String url,
    @Nullable String finalUrl,
    List<String> redirects,
    @Nullable String reason,
    @Nullable PageContent page,
    @Nullable ImageFacts image,
    Instant capturedAt,
    @Nullable FileFacts file) {
  /** How a fetch ended. */
  public enum Result {
    /** Content is there. */
    CAPTURED,
    /** Content was fetched but can't be used, for example an image that doesn't decode. */
    UNUSABLE,
    /** The source says that it is not there. */
    GONE,
    /** Our own rules forbid to fetch it. */
    REFUSED,
    /** Every try failed. */
    GAVE_UP
  }

  /** Copies the list. */
  public Capture {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(capturedAt, "capturedAt");
    redirects = redirects == null ? List.of() : List.copyOf(redirects);
  }

  /** What fetching gave when it was no file. */
  public Capture(
      CaptureKey key,
      long requestNumber,
      Result result,
      String url,
      @Nullable String finalUrl,
      List<String> redirects,
      @Nullable String reason,
      @Nullable PageContent page,
      @Nullable ImageFacts image,
      Instant capturedAt) {
    this(
        key,
        requestNumber,
        result,
        url,
        finalUrl,
        redirects,
        reason,
        page,
        image,
        capturedAt,
        null);
  }
}
