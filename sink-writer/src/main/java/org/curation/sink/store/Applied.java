package org.curation.sink.store;

import java.util.Objects;
import org.curation.model.CurationId;
import org.curation.model.Publication;
import org.curation.model.Version;

/**
 * What a store did with one write, and what it holds of that curation now. The two differ from the
 * write when the write was stale.
 *
 * @param outcome what changed for readers
 * @param location where the document is, or was before it was removed
 * @param version that the store now holds
 * @param revision that the store now holds
 * @param contentHash of the document that the store now holds
 */
public record Applied(
    CurationId id,
    Publication.Outcome outcome,
    String location,
    Version version,
    long revision,
    String contentHash) {
  /** Requires all parts. */
  public Applied {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(contentHash, "contentHash");
  }
}
