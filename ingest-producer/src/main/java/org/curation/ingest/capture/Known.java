package org.curation.ingest.capture;

import java.time.Instant;
import org.curation.model.LinkHealth;
import org.jspecify.annotations.Nullable;

/**
 * What the worker keeps in memory of a link's health: what decides, nothing for people.
 *
 * @param since in epoch milliseconds
 * @param checkedAt in epoch milliseconds
 * @param dueAt in epoch milliseconds; {@link Timing#NEVER} when it is not due
 * @param attempts failures in a row
 * @param sha256 of the last content; null when there was never any
 */
record Known(
    long number,
    String url,
    LinkHealth.Condition condition,
    long since,
    LinkHealth.Outcome outcome,
    long checkedAt,
    long dueAt,
    int attempts,
    Fetched.Validators validators,
    @Nullable String sha256) {

  static Known of(LinkHealth health) {
    Instant dueAt = health.dueAt();
    return new Known(
        health.requestNumber(),
        health.url(),
        health.condition(),
        health.since().toEpochMilli(),
        health.outcome(),
        health.checkedAt().toEpochMilli(),
        dueAt == null ? Timing.NEVER : dueAt.toEpochMilli(),
        health.attempts(),
        health.etag() == null && health.lastModified() == null
            ? Fetched.Validators.NONE
            : new Fetched.Validators(health.etag(), health.lastModified()),
        health.contentSha256());
  }

  /** Whether this is about a request, not about an earlier one of the same resource. */
  boolean isAbout(long requestNumber, String requestUrl) {
    return number == requestNumber && url.equals(requestUrl);
  }

  /**
   * Whether enrichment has its answer. Of a link without content that fails again this says no; at
   * the end it is told once more that there is none, which changes nothing.
   */
  boolean answered() {
    return outcome != LinkHealth.Outcome.RETRYING || sha256 != null;
  }

  /** The same, holding on to the request's text of the URL instead of one of its own. */
  Known sharing(String requestUrl) {
    return new Known(
        number,
        requestUrl,
        condition,
        since,
        outcome,
        checkedAt,
        dueAt,
        attempts,
        validators,
        sha256);
  }
}
