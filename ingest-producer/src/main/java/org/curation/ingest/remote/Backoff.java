package org.curation.ingest.remote;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait after failures in a row: twice as long each time, with chance in it, so that
 * many clients don't come back at once.
 *
 * @param least the wait after the first failure
 * @param most the longest of our own; what the other side asks for may be longer, up to an hour
 */
public record Backoff(Duration least, Duration most, RandomGenerator random) {
  private static final Duration LONGEST_ASKED = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 20;

  /**
   * The next wait: between half of the doubled time and all of it, and never shorter than asked.
   *
   * @param failures in a row, from 1
   */
  public Duration after(int failures, @Nullable Duration asked) {
    Duration doubled =
        least.multipliedBy(1L << Math.min(Math.max(failures, 1) - 1, MOST_DOUBLINGS));
    long whole = Math.min(doubled.toMillis(), most.toMillis());
    Duration own = Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    if (asked == null || asked.compareTo(own) <= 0) {
      return own;
    }
    return asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
  }
}
