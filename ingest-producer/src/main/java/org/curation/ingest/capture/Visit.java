package org.curation.ingest.capture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one try gave.
 *
 * @param fetched how it ended; the body is no longer there
 * @param sha256 of the body; null when none came
 * @param answer what is made of the body; null when none came, or it is the one that we have
 */
record Visit(Fetched fetched, @Nullable String sha256, @Nullable Answer answer, Instant at) {
  /** A try that was not even made. */
  static Visit failed(String reason, Instant at) {
    return new Visit(new Fetched.Failed(reason), null, null, at);
  }
}
