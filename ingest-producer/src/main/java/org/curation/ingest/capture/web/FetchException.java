package org.curation.ingest.capture.web;

import java.io.IOException;
import java.io.Serial;

/** A request that got no usable answer. */
final class FetchException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private final boolean forGood;

  private FetchException(String reason, boolean forGood) {
    super(reason);
    this.forGood = forGood;
  }

  /** Our rules forbid to go on. */
  static FetchException refused(String reason) {
    return new FetchException(reason, true);
  }

  /** A later try may do better. */
  static FetchException failed(String reason) {
    return new FetchException(reason, false);
  }

  boolean isForGood() {
    return forGood;
  }

  /** For people. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
