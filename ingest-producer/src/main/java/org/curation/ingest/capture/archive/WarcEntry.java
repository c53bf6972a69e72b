package org.curation.ingest.capture.archive;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an archive holds of one address.
 *
 * @param offset of the record in the file, in bytes
 * @param leadsTo where a redirect goes, or whose content a revisit found again; null for content
 * @param redirect whether {@code leadsTo} is a redirect's
 * @param permanent whether that redirect is for good
 */
record WarcEntry(
    Path file,
    long offset,
    Instant date,
    @Nullable String leadsTo,
    boolean redirect,
    boolean permanent) {
  /** Content counts more than what leads elsewhere, and newer more than older. */
  boolean isBetterThan(WarcEntry other) {
    return redirect == other.redirect ? date.isAfter(other.date) : other.redirect;
  }
}
