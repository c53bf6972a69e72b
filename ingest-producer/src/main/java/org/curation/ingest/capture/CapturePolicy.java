package org.curation.ingest.capture;

import java.time.Duration;
import java.util.List;
import org.curation.service.configuration.CaptureKeys;
import org.curation.service.configuration.Configuration;

/**
 * How the worker goes about its work.
 *
 * @param againAfter how long an answer is good for before the link is looked at again; zero: for
 *     ever
 * @param retries how long to wait after the first, the second … failure in a row; one more failure
 *     is the end
 * @param concurrency most fetches at once
 * @param perHost most fetches at once from one host
 * @param failuresToOpen failures in a row after which a host is left alone for a while
 */
public record CapturePolicy(
    Duration againAfter, List<Duration> retries, int concurrency, int perHost, int failuresToOpen) {
  private static final int FAILURES_TO_OPEN = 5;
  private static final int RECORDED_AT_ONCE = 16;

  /** Copies the list. */
  public CapturePolicy {
    retries = List.copyOf(retries);
  }

  /**
   * For recordings, which neither change nor recover: each request is answered at once and for
   * good.
   */
  public static CapturePolicy recorded() {
    return new CapturePolicy(
        Duration.ZERO, List.of(), RECORDED_AT_ONCE, RECORDED_AT_ONCE, Integer.MAX_VALUE);
  }

  /** For the network, as configured. */
  public static CapturePolicy of(Configuration configuration) {
    return new CapturePolicy(
        configuration.get(CaptureKeys.AGAIN_AFTER),
        configuration.get(CaptureKeys.RETRY),
        configuration.get(CaptureKeys.CONCURRENCY),
        configuration.get(CaptureKeys.PER_HOST),
        FAILURES_TO_OPEN);
  }

  /** How long a request that fails again and again is tried, at least. */
  Duration patience() {
    return retries.stream().reduce(Duration.ZERO, Duration::plus);
  }
}
