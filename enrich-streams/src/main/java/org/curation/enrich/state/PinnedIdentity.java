package org.curation.enrich.state;

import java.util.Objects;
import org.curation.model.Identity.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A document's permanent name, decided once.
 *
 * @param path the place that an imported document keeps; null when its lane decides
 */
public record PinnedIdentity(String documentId, @Nullable String path, Origin origin) {
  /** Requires name and origin. */
  public PinnedIdentity {
    Objects.requireNonNull(documentId, "documentId");
    Objects.requireNonNull(origin, "origin");
  }
}
