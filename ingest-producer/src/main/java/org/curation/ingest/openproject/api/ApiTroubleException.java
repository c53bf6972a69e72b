package org.curation.ingest.openproject.api;

import java.time.Duration;
import java.util.Optional;
import org.curation.ingest.remote.RemoteException;

/** Ends a reading that can't go on without an answer of OpenProject; waiting may mend it. */
public final class ApiTroubleException extends RemoteException {
  private static final long serialVersionUID = 1L;

  /** Because of a reply. */
  public ApiTroubleException(Reply.Trouble trouble) {
    super(trouble.message(), asked(trouble).orElse(null), null);
  }

  /** Because of something else that people must look at. */
  public ApiTroubleException(String message) {
    super(message);
  }

  private static Optional<Duration> asked(Reply.Trouble trouble) {
    return switch (trouble) {
      case Reply.Throttled throttled -> throttled.retryAfter();
      case Reply.ServerTrouble server -> server.retryAfter();
      default -> Optional.empty();
    };
  }
}
