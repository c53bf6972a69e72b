package org.curation.ingest.openproject.api;

import java.time.Duration;
import java.util.Optional;

/** Ends a reading that can't go on without an answer; waiting may mend it. */
public final class ApiTroubleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Duration> retryAfter;

  /** Because of a reply. */
  public ApiTroubleException(Reply.Trouble trouble) {
    this(
        trouble.message(),
        switch (trouble) {
          case Reply.Throttled throttled -> throttled.retryAfter();
          case Reply.ServerTrouble server -> server.retryAfter();
          default -> Optional.empty();
        });
  }

  /** Because of something else that people must look at. */
  public ApiTroubleException(String message) {
    this(message, Optional.empty());
  }

  private ApiTroubleException(String message, Optional<Duration> retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** How long OpenProject wants to be left alone. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
