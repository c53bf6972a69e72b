package org.curation.ingest.capture.web;

import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.curation.ingest.capture.guard.AddressGuard;
import org.curation.ingest.capture.guard.AllowList;
import org.curation.ingest.capture.guard.Resolver;
import org.curation.model.CaptureKey;
import org.curation.model.CaptureRequest;
import org.curation.model.CurationId;

/** Fetchers that reach one local server only, and what they are asked for. */
final class LocalFetching {
  /** Most bytes of any body. */
  static final int CAP = 64 * 1024;

  /** Knows no name at all. */
  static final Resolver NOBODY =
      host -> {
        throw new UnknownHostException(host);
      };

  private static final Duration SECOND = Duration.ofSeconds(1);

  private LocalFetching() {}

  /** Lets four requests in at once, without a delay. */
  static HostGate openGate() {
    return new HostGate(4, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5));
  }

  /** A second to connect and to read, and an overall time. */
  static Limits limits(Duration overall) {
    return new Limits(SECOND, SECOND, overall, CAP, CAP, CAP);
  }

  /**
   * How a fetcher is made.
   *
   * @param allowed host and port that are reached in spite of being local
   */
  static WebFetcher.Setup setup(
      String allowed, Resolver resolver, HostGate gate, Limits limits, boolean robots) {
    return new WebFetcher.Setup(
        new AddressGuard(AllowList.of(List.of(allowed))),
        resolver,
        gate,
        limits,
        "TestBot/1.0",
        robots,
        Clock.systemUTC());
  }

  static CaptureRequest page(String url) {
    CaptureKey key = new CaptureKey(CurationId.parse("open-project:1"), CaptureKey.PAGE);
    return new CaptureRequest(key, 1, url, "");
  }
}
