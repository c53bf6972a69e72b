package org.curation.enrich.state;

import java.util.Objects;

/**
 * The newest record could not be shaped.
 *
 * @param letterId the dead letter that holds it
 * @param fingerprint of record and reason: the same failure again writes no second letter
 */
public record Rejection(String letterId, String fingerprint) {
  /** Requires both parts. */
  public Rejection {
    Objects.requireNonNull(letterId, "letterId");
    Objects.requireNonNull(fingerprint, "fingerprint");
  }
}
