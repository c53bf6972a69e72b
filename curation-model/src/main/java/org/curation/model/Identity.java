package org.curation.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must never change by accident: the value of {@code curation.identities}.
 *
 * @param documentId the document's permanent name ({@code mdName} in the seeds)
 * @param path the place that an imported document keeps, relative to the site root; null when its
 *     lane decides
 * @param addresses every address that the document was ever published under, oldest first
 * @param origin who pinned it
 */
public record Identity(
    CurationId id,
    String documentId,
    @Nullable String path,
    List<String> addresses,
    Origin origin) {
  /** Who pinned an identity. */
  public enum Origin {
    /** Read from a site that was published before. */
    IMPORTED,
    /** Computed by enrichment at first sight. */
    ASSIGNED
  }

  /** Copies the list. */
  public Identity {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(documentId, "documentId");
    Objects.requireNonNull(origin, "origin");
    addresses = List.copyOf(addresses == null ? List.of() : addresses);
  }
}
