package org.curation.ingest.remote;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** What another system answered when all went well. */
public sealed interface Answer {
  /**
   * The content.
   *
   * @param body all of it, never more than was allowed
   */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Content(byte[] body, HttpHeaders headers) implements Answer {
    /** A header's first value. */
    public Optional<String> header(String name) {
      return headers.firstValue(name);
    }
  }

  /** It is as it was: 304. */
  record Unchanged() implements Answer {}
}
