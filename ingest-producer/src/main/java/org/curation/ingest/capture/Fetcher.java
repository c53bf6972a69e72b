package org.curation.ingest.capture;

import org.curation.model.CaptureRequest;

/** Gets a resource. Safe for use by threads. */
@FunctionalInterface
public interface Fetcher {
  /**
   * Gets what a request asks for; may take its time, within a bound. Never throws for what the
   * resource or its server does.
   */
  Fetched fetch(CaptureRequest request);

  /** The same, unless the resource still is what these validators name. */
  default Fetched fetch(CaptureRequest request, Fetched.Validators known) {
    return fetch(request);
  }
}
