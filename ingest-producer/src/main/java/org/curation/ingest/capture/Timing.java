package org.curation.ingest.capture;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;
import org.curation.model.LinkHealth.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * When a link is due. Times are spread by a share that follows from the key alone, so that what was
 * asked for together does not come back together, and every run computes the same. Pure.
 */
record Timing(CapturePolicy policy) {
  /** Never due, in epoch milliseconds. */
  static final long NEVER = Long.MAX_VALUE;

  /** Longest time that a server may ask to be left alone. */
  static final Duration LONGEST_HOLD = Duration.ofHours(24);

  private static final double RETRY_SPREAD = 0.2;
  private static final double AGAIN_SPREAD = 0.25;

  /**
   * When to try after a failure; empty when it was the last try.
   *
   * @param failures in a row, this one counted
   * @param retryAfter what the server asks for
   */
  Optional<Instant> retry(
      String key, int failures, Optional<Duration> retryAfter, Instant failedAt) {
    if (failures > policy.retries().size()) {
      return Optional.empty();
    }
    Duration own = spread(policy.retries().get(failures - 1), key + failures, RETRY_SPREAD);
    Duration asked = retryAfter.map(Timing::bounded).orElse(Duration.ZERO);
    return Optional.of(failedAt.plus(own.compareTo(asked) > 0 ? own : asked));
  }

  /** What a server asks for, within bounds: it must not make us wait for ever. */
  static Duration bounded(Duration asked) {
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : asked;
  }

  /** When an answered link is looked at again; empty for never. */
  Optional<Instant> again(String key, Instant checkedAt) {
    return policy.againAfter().isZero()
        ? Optional.empty()
        : Optional.of(checkedAt.plus(spread(policy.againAfter(), key, AGAIN_SPREAD)));
  }

  /**
   * When a request is due, in epoch milliseconds; 0 for at once. A changed configuration counts for
   * what was answered before it.
   *
   * @param known what is known about this very request; null when it was never tried
   * @param againAfter what the request demands, in epoch milliseconds; 0 for nothing
   */
  long due(String key, @Nullable Known known, long againAfter) {
    if (known == null || againAfter > known.checkedAt()) {
      return 0;
    }
    if (known.outcome() == Outcome.RETRYING) {
      return known.dueAt();
    }
    return again(key, Instant.ofEpochMilli(known.checkedAt()))
        .map(Instant::toEpochMilli)
        .orElse(NEVER);
  }

  private static Duration spread(Duration span, String seed, double share) {
    int hash = Utils.toPositive(Utils.murmur2(seed.getBytes(StandardCharsets.UTF_8)));
    double factor = 1 - share + 2 * share * hash / Integer.MAX_VALUE;
    return Duration.ofMillis(Math.round(span.toMillis() * factor));
  }
}
