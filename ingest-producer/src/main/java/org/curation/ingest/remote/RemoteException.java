package org.curation.ingest.remote;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another system did not give what was asked for. Its message says what to check. */
public class RemoteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Duration retryAfter;

  /** A failure that says nothing about when to come back. */
  public RemoteException(String message) {
    this(message, null, null);
  }

  /** A failure with what the other side asked for and what was behind it. */
  public RemoteException(String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
  }

  /** How long the other system asked to be left alone. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
