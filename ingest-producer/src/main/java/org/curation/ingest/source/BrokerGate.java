package org.curation.ingest.source;

import java.time.Duration;

/**
 * Remembers that brokers did not acknowledge, so that callers need not each wait to find out again.
 * While it is shut, one at a time may try. Safe for use by threads.
 */
final class BrokerGate {
  private boolean shut;
  private boolean trying;
  private long failedAt;

  /** Whether the caller may send; if so, it must report how that ended. */
  synchronized boolean enter() {
    if (!shut) {
      return true;
    }
    if (trying) {
      return false;
    }
    trying = true;
    return true;
  }

  /** Brokers acknowledged. */
  synchronized void succeeded() {
    shut = false;
    trying = false;
  }

  /** Brokers did not acknowledge. */
  synchronized void failed() {
    shut = true;
    trying = false;
    failedAt = System.nanoTime();
  }

  /** The attempt ended without telling anything about brokers. */
  synchronized void undecided() {
    trying = false;
  }

  /**
   * Whether the last attempt failed, a moment ago. When nobody tries any more, because we are not
   * ready, that must not keep us so for ever.
   */
  synchronized boolean failedWithin(Duration time) {
    return shut && System.nanoTime() - failedAt < time.toNanos();
  }

  /** Whether the last attempt that ended had failed. */
  synchronized boolean isShut() {
    return shut;
  }
}
