package org.curation.service.program;

import java.util.Optional;

/** A service that runs on threads of its own. */
public interface RunningService extends AutoCloseable {
  /** Why it stopped by itself; empty while it runs or after it was closed. */
  Optional<Throwable> failure();

  /** Finishes what is in hand and stops. */
  @Override
  void close();
}
