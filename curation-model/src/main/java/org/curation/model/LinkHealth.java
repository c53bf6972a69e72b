package org.curation.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the capture worker knows about one resource on the web: the value of {@code
 * curation.link-health}. It is also the worker's memory: what is due is known from it after a
 * restart.
 *
 * <p>A page that can no longer be had keeps its last content in {@code curation.captures}; only its
 * health changes.
 *
 * @param requestNumber of the request that this is about
 * @param url as asked for
 * @param condition how the link is now
 * @param since when it came into this condition
 * @param outcome how the last try ended
 * @param reason why the last try gave no content, for people; null when it gave some
 * @param status HTTP's status of the last try; null when there was no answer
 * @param finalUrl where the last answer came from; null when there was none
 * @param checkedAt when it was last tried
 * @param dueAt when it is to be tried next; null when it is not
 * @param attempts failed tries in a row
 * @param etag of the last content, as the server named it
 * @param lastModified of the last content, as the server named it
 * @param contentSha256 of the last content, lower-case hexadecimal; null when there was never any
 */
public record LinkHealth(
    CaptureKey key,
    long requestNumber,
    String url,
    Condition condition,
    Instant since,
    Outcome outcome,
    @Nullable String reason,
    @Nullable Integer status,
    @Nullable String finalUrl,
    Instant checkedAt,
    @Nullable Instant dueAt,
    int attempts,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable String contentSha256) {
  /** How a link is. */
  public enum Condition {
    /** It leads to content. */
    OK,
    /** It leads to content, at another address for good. */
    MOVED,
    /** The last tries failed; it is tried again. */
    FAILING,
    /** The server says that it is gone, or every try over hours failed. */
    GONE,
    /** Our own rules, or the site's robots.txt, forbid to fetch it. */
    REFUSED
  }

  /** How one try ended. */
  public enum Outcome {
    /** Content came. */
    CAPTURED,
    /** The server says that the content is the one we have. */
    NOT_MODIFIED,
    /** Content came that can't be used. */
    UNUSABLE,
    /** It failed and is tried again later. */
    RETRYING,
    /** The server says that it is not there. */
    GONE,
    /** Our own rules forbid to fetch it. */
    REFUSED,
    /** It failed for the last time. */
    GAVE_UP
  }

  /** Requires what must be known. */
  public LinkHealth {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(checkedAt, "checkedAt");
  }
}
