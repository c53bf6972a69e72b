package org.curation.ingest.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.curation.ingest.source.RequestFailure;
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
    } catch (ExecutionException e) {
      throw refusal(e);
    } catch (TimeoutException e) {
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

  /** What only this request is to blame for is not cured by sending it again. */
  private static RuntimeException refusal(ExecutionException e) {
    Optional<Throwable> cause = RequestFailure.in(e);
    if (cause.filter(RequestFailure::isSize).isPresent()) {
      return Problem.of(
              Problem.Kind.TOO_LARGE,
              "A record of it is larger than the topic takes, so not all of it was stored. Send it shorter; `curate topics check` tells whether the topic takes what it should.")
          .asException();
    }
    if (cause.filter(RequestFailure::isContent).isPresent()) {
      return new IllegalStateException("a record can't be sent", e);
    }
    return cause.isPresent()
        ? later("Too much waits to be sent to the brokers.")
        : later("The brokers did not acknowledge it in time, so it may not be stored.");
  }

  private static ProblemException later(String why) {
    return Problem.of(
            Problem.Kind.UNAVAILABLE,
            why + " Send the same again, with the same Idempotency-Key if it had one.")
        .with(Admission.RETRY_AFTER, SECONDS)
        .asException();
  }
}
