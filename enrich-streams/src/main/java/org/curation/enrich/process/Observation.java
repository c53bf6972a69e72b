package org.curation.enrich.process;

import java.time.Duration;
import java.time.Instant;
import org.curation.enrich.document.Effect;
import org.curation.model.Document;
import org.curation.service.metrics.StageObserver;

/** Tells an observer what becomes of each input. Belongs to one processor, hence to one thread. */
final class Observation {
  private final StageObserver observer;
  private long begun;
  private String outcome = "";

  Observation(StageObserver observer) {
    this.observer = observer;
  }

  /** An input is taken in hand. */
  void begin() {
    begun = System.nanoTime();
    outcome = "nothing-new";
  }

  /**
   * Something follows from it. A dead letter weighs more than a document, and that than the rest.
   */
  void saw(Effect effect, Input input) {
    switch (effect) {
      case Effect.Publish publish -> {
        if (!outcome.equals("dead-lettered")) {
          outcome =
              publish.document().state() == Document.State.UNPUBLISHED
                  ? "unpublished"
                  : "published";
        }
        observer.handedOn(Duration.between(input.time(), Instant.now()));
      }
      case Effect.RejectRecord reject -> {
        outcome = "dead-lettered";
        observer.deadLettered(reject.reason());
      }
      case Effect.Reject reject -> {
        outcome = "dead-lettered";
        observer.deadLettered(reject.reason());
      }
      default -> {
        // Not a result that anybody waits for.
      }
    }
  }

  /** The input is settled. */
  void end() {
    observer.settled(outcome, 1);
    observer.took(Duration.ofNanos(System.nanoTime() - begun));
  }
}
