package org.curation.ingest.capture;

import org.curation.model.CaptureRequest;

/** Gets a resource. */
@FunctionalInterface
public interface Fetcher {
  /** Gets what a request asks for. Never throws for what the resource or its server does. */
  Fetched fetch(CaptureRequest request);
}
