package org.curation.sink;

import java.time.Duration;

/**
 * How long to wait between tries: twice as long each time, up to a cap. Pure.
 *
 * @param first wait after the first failure
 * @param cap longest wait
 */
record Backoff(Duration first, Duration cap) {
  private static final int MOST_DOUBLINGS = 30;

  Backoff {
    if (first.isNegative() || first.isZero() || cap.compareTo(first) < 0) {
      throw new IllegalArgumentException("a back-off must grow from above zero to its cap");
    }
  }

  /** From 250 ms to 10 s. */
  static Backoff standard() {
    return new Backoff(Duration.ofMillis(250), Duration.ofSeconds(10));
  }

  /**
   * The wait before the next try.
   *
   * @param failures so far, at least 1
   */
  Duration after(int failures) {
    Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return doubled.compareTo(cap) < 0 ? doubled : cap;
  }
}
