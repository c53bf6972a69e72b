package org.curation.service.configuration;

import java.time.Duration;
import java.util.List;

/** The keys of fetching pages and images from the network. */
public final class CaptureKeys {
  private static final Duration YEAR = Duration.ofDays(365);

  public static final Key<Duration> AGAIN_AFTER =
      Key.standard(
          "capture.again-after",
          KeyType.span(Duration.ZERO, YEAR),
          "30d",
          "How long after an answer a page or an attachment is looked at again, a quarter more or less so that not all come at once. 0s: never.");
  public static final Key<List<Duration>> RETRY =
      Key.standard(
          "capture.retry",
          KeyType.spans(Duration.ofSeconds(1), Duration.ofDays(7)),
          "1m, 5m, 15m, 1h, 3h, 6h, 12h",
          "How long to wait after the first, the second … failure in a row, a fifth more or less. One failure more, and it is given up until it is looked at again.");
  public static final Key<Integer> CONCURRENCY =
      Key.standard(
          "capture.concurrency",
          KeyType.number(1, 1000),
          "64",
          "The most fetches at once. Each may hold a whole page or image in memory.");
  public static final Key<Integer> PER_HOST =
      Key.standard(
          "capture.per-host",
          KeyType.number(1, 16),
          "2",
          "The most fetches at once from one host.");

  /** All of them, in the order of the reference page. */
  static final List<Key<?>> ALL = List.of(AGAIN_AFTER, RETRY, CONCURRENCY, PER_HOST);

  private CaptureKeys() {}
}
