package org.curation.ingest.api;

import java.util.Optional;
import org.curation.model.AcceptedCuration;
import org.curation.model.CurationId;

/** What enrichment accepted. Safe for use by threads. */
interface Accepted {
  /** Waits a moment until what was accepted before the start is known; false when it isn't. */
  boolean ready() throws InterruptedException;

  Optional<AcceptedCuration> find(CurationId id);
}
