package org.curation.ingest.capture.web;

import java.time.Duration;

/** When a fetch must have ended. Used by one thread. */
final class Deadline {
  private long end;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline in(Duration span) {
    return new Deadline(System.nanoTime() + span.toNanos());
  }

  /** Time that doesn't count: the fetch waited for its turn. */
  void extend(Duration waited) {
    end += waited.toNanos();
  }

  /** What is left; never negative. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  boolean isOver() {
    return left().isZero();
  }
}
