package org.curation.ingest.capture;

import java.time.Duration;

/**
 * Whether a host is left alone. After some failures in a row it is, for a time that grows; then one
 * request probes it. A server may also ask to be left alone. Times are epoch milliseconds. Belongs
 * to one thread.
 */
final class HostBreaker {
  private static final long FIRST = Duration.ofMinutes(1).toMillis();
  private static final long LONGEST = Duration.ofHours(1).toMillis();

  private final int failuresToOpen;
  private int failures;
  private int openings;
  private long until;

  HostBreaker(int failuresToOpen) {
    this.failuresToOpen = failuresToOpen;
  }

  /** The host answered like a host that is well. */
  void answered() {
    failures = 0;
    openings = 0;
  }

  /** The host did not answer, or answered that it can't now. */
  void failed(long now) {
    if (now < until) {
      return; // one of several that were on the way when it opened
    }
    failures = Math.min(failures + 1, failuresToOpen);
    if (failures >= failuresToOpen) {
      until = now + Math.min(FIRST << Math.min(openings, 10), LONGEST);
      openings++;
    }
  }

  /** The server asks to be left alone. */
  void hold(long now, Duration span) {
    until = Math.max(until, now + Timing.bounded(span).toMillis());
  }

  /** Until when nothing is fetched; in the past when fetching is allowed. */
  long until() {
    return until;
  }

  boolean holds(long now) {
    return now < until;
  }

  /** How many requests may be on the way, out of those that may be usually. */
  int allowance(int usual) {
    return failures >= failuresToOpen ? 1 : usual;
  }

  /** Whether there is nothing to remember. */
  boolean isFresh(long now) {
    return failures == 0 && !holds(now);
  }
}
