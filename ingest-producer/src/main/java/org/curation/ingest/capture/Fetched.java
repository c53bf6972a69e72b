package org.curation.ingest.capture;

import java.util.Optional;

/** How getting a resource ended. */
public sealed interface Fetched {

  /**
   * It is there.
   *
   * @param finalUrl after redirects
   * @param contentType as the server said
   */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Bytes(byte[] body, String finalUrl, Optional<String> contentType) implements Fetched {}

  /** Its source says that it is not there. */
  record Gone(String reason) implements Fetched {}

  /** Our own rules forbid to get it. */
  record Refused(String reason) implements Fetched {}

  /** Every try failed. */
  record Failed(String reason) implements Fetched {}
}
