package org.curation.model;

import java.time.Instant;
import java.util.Objects;

/**
 * What a store did with a document: the value of {@code curation.publications}.
 *
 * @param store the store's name in the configuration
 * @param location where it is in the store
 * @param contentHash of the document that the store now holds
 * @param publishedAt when the store had made it durable
 * @param latencyMillis from the document's record timestamp to {@code publishedAt}
 */
public record Publication(
    CurationId id,
    String store,
    Outcome outcome,
    String location,
    Version version,
    long revision,
    String contentHash,
    Instant publishedAt,
    long latencyMillis) {
  /** What changed in the store. */
  public enum Outcome {
    CREATED,
    UPDATED,
    MOVED,
    REMOVED,
    UNCHANGED
  }

  /** Requires all parts. */
  public Publication {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(contentHash, "contentHash");
    Objects.requireNonNull(publishedAt, "publishedAt");
  }
}
