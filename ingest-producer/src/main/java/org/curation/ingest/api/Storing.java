package org.curation.ingest.api;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.curation.ingest.source.SourceItem;

/** Publishes and waits for the brokers' word. Safe for use by threads. */
final class Storing {
  private static final String SECONDS = "5";

  private final Publisher publisher;
  private final Accepted accepted;
  private final Duration patience;

  /** Waits a little longer than the publisher, whose word is the better one. */
  Storing(Publisher publisher, Accepted accepted, ApiLimits limits) {
    this.publisher = publisher;
    this.accepted = accepted;
    this.patience = limits.acknowledgement().plusSeconds(5);
  }

  /** Returns when everything is stored; a problem, which says to come again, when it isn't. */
  void store(List<? extends SourceItem> items) {
    try {
      var unused = publisher.publish(items).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw later("The brokers did not acknowledge it in time, so it may not be stored.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw later("This service is being stopped.");
    }
  }

  /** A problem unless what was accepted before is known: without it, versions would be guesses. */
  void requireAccepted() {
    try {
      if (!accepted.ready()) {
        throw later("What was accepted before is still being read.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw later("This service is being stopped.");
    }
  }

  private static ProblemException later(String why) {
    return Problem.of(Problem.Kind.UNAVAILABLE, why + " Send it again; nothing is published twice.")
        .with(Admission.RETRY_AFTER, SECONDS)
        .asException();
  }
}
