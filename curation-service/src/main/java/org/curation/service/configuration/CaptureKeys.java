package org.curation.service.configuration;

import java.nio.file.Path;
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

  private static final Duration TENTH = Duration.ofMillis(100);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final KeyType<Integer> KIB = KeyType.number(1, 200 * 1024);

  // Getting one resource.
  public static final Key<Path> WARC =
      Key.optional(
          "capture.warc",
          KeyType.path(),
          "A folder of web archives (.warc, .warc.gz) that capture requests are answered from, after recorded pages.");
  public static final Key<Boolean> NETWORK =
      Key.optional(
          "capture.network",
          KeyType.truth(),
          "Whether what is neither recorded nor archived is fetched from the network. Without it: only when neither capture.recorded nor capture.warc is given.");
  public static final Key<String> AGENT =
      Key.standard(
          "capture.agent",
          KeyType.text(
              "a name such as ExampleBot/1.0 (+https://example.org/bot)", "[!-~][ -~]{0,199}"),
          "CurationBot/1.0",
          "What sites are told that we are. Put in an address where their owners learn more. robots.txt knows us by what is before the first slash or space.");
  public static final Key<List<String>> ALLOW =
      Key.optional(
          "capture.allow",
          KeyType.texts("host:port, several with commas between", "[^\\s,/@]+:[0-9]{1,5}"),
          "Hosts and ports of an intranet that may be fetched although they are not public. Metadata services of clouds stay closed.");
  public static final Key<Boolean> ROBOTS =
      Key.standard(
          "capture.robots", KeyType.truth(), "true", "Whether the robots.txt of sites counts.");
  public static final Key<Duration> HOST_DELAY =
      Key.standard(
          "capture.host-delay",
          KeyType.span(Duration.ZERO, Duration.ofMinutes(10)),
          "1s",
          "The least time between the starts of two requests to one host.");
  public static final Key<Duration> HOST_DELAY_LIMIT =
      Key.standard(
          "capture.host-delay-limit",
          KeyType.span(Duration.ZERO, Duration.ofMinutes(10)),
          "10s",
          "The most that a Crawl-delay in robots.txt may raise that time to.");
  public static final Key<Integer> HOST_CONCURRENCY =
      Key.standard(
          "capture.host-concurrency",
          KeyType.number(1, 64),
          "1",
          "How many requests to one host may run at once.");
  public static final Key<Duration> HOST_PATIENCE =
      Key.standard(
          "capture.host-patience",
          KeyType.span(Duration.ofSeconds(1), Duration.ofHours(1)),
          "2m",
          "How long a request waits for its turn at its host before it is tried again later.");
  public static final Key<Duration> CONNECT =
      Key.standard(
          "capture.connect-timeout",
          KeyType.span(TENTH, MINUTE),
          "5s",
          "How long a connection may take to stand.");
  public static final Key<Duration> READ =
      Key.standard(
          "capture.read-timeout",
          KeyType.span(TENTH, MINUTE),
          "10s",
          "How long a server may say nothing.");
  public static final Key<Duration> OVERALL =
      Key.standard(
          "capture.overall-timeout",
          KeyType.span(TENTH, Duration.ofMinutes(10)),
          "30s",
          "How long one resource may take with all redirects.");
  public static final Key<Integer> PAGE_KIB =
      Key.standard(
          "capture.page-kib",
          KIB,
          "5120",
          "The largest page or JSON file that is taken, decompressed, in KiB.");
  public static final Key<Integer> IMAGE_KIB =
      Key.standard("capture.image-kib", KIB, "20480", "The largest image that is taken, in KiB.");
  public static final Key<Integer> PDF_KIB =
      Key.standard("capture.pdf-kib", KIB, "51200", "The largest PDF that is taken, in KiB.");

  /** All of them, in the order of the reference page. */
  static final List<Key<?>> ALL =
      List.of(
          WARC,
          NETWORK,
          AGENT,
          ALLOW,
          ROBOTS,
          HOST_DELAY,
          HOST_DELAY_LIMIT,
          HOST_CONCURRENCY,
          HOST_PATIENCE,
          CONNECT,
          READ,
          OVERALL,
          PAGE_KIB,
          IMAGE_KIB,
          PDF_KIB,
          AGAIN_AFTER,
          RETRY,
          CONCURRENCY,
          PER_HOST);

  private CaptureKeys() {}
}
