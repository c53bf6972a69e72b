package org.curation.ingest.capture.web;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.curation.ingest.capture.Fetched;
import org.curation.ingest.capture.Fetched.Validators;
import org.curation.ingest.capture.Fetcher;
import org.curation.ingest.capture.guard.AddressGuard;
import org.curation.ingest.capture.guard.AddressRefusedException;
import org.curation.ingest.capture.guard.Resolver;
import org.curation.ingest.capture.guard.WebAddress;
import org.curation.model.CaptureRequest;

/**
 * Gets resources from the web. Each address on the way, however it was come by, passes the guard,
 * the site's robots.txt and the gate of its host before anything is sent to it. Safe for use by
 * threads; a call takes the overall limit at most, and the time it waits for its turn.
 */
public final class WebFetcher implements Fetcher, AutoCloseable {
  private final AddressGuard guard;
  private final OneRequest one;
  private final PoliteRequest requests;
  private final Optional<Robots> robots;
  private final Shorteners shorteners;
  private final Limits limits;
  private final Clock clock;

  /**
   * What a fetcher is made of.
   *
   * @param agent the header {@code User-Agent}; robots.txt knows us by what is before its first
   *     slash or space
   * @param heedRobots whether robots.txt is asked
   * @param clock tells how far a date in {@code Retry-After} is
   */
  public record Setup(
      AddressGuard guard,
      Resolver resolver,
      HostGate gate,
      Limits limits,
      String agent,
      boolean heedRobots,
      Clock clock) {}

  /** A fetcher for the public web and what its guard allows. */
  public WebFetcher(Setup setup) {
    this(setup, Shorteners.known());
  }

  WebFetcher(Setup setup, Shorteners shorteners) {
    this.guard = setup.guard();
    this.one = new OneRequest(setup.guard(), setup.resolver(), setup.limits(), setup.agent());
    this.requests = new PoliteRequest(one, setup.gate());
    this.robots =
        setup.heedRobots()
            ? Optional.of(new Robots(requests, setup.agent().split("[/ ]", 2)[0]))
            : Optional.empty();
    this.shorteners = shorteners;
    this.limits = setup.limits();
    this.clock = setup.clock();
  }

  @Override
  public Fetched fetch(CaptureRequest request) {
    return fetch(request, new Validators(null, null));
  }

  @Override
  public Fetched fetch(CaptureRequest request, Validators known) {
    Trail trail = new Trail(request.url());
    return follow(
        request,
        known,
        trail,
        Deadline.in(limits.overall()),
        () -> WebAddress.parse(request.url()));
  }

  /** An address that may turn out to be none. */
  interface Start {
    WebAddress address() throws AddressRefusedException;
  }

  /** Goes on from an address; what was seen before it is in the trail. */
  Fetched follow(
      CaptureRequest request, Validators known, Trail trail, Deadline deadline, Start start) {
    try {
      ResourceRule rule = ResourceRule.of(request.key().resource(), limits);
      Map<String, String> headers = new HashMap<>(StatusAnswer.conditions(known));
      WebAddress address = start.address();
      while (true) {
        HttpAnswer answer = hop(address, headers, rule, deadline);
        trail.answered(address, answer.status());
        Optional<WebAddress> next = next(address, answer, rule);
        if (next.isEmpty()) {
          return StatusAnswer.of(answer, known, trail.reply(), clock.instant());
        }
        trail.leadsTo(next.get(), answer.isPermanent());
        address = next.get();
      }
    } catch (AddressRefusedException e) {
      return new Fetched.Refused(e.reason(), trail.reply());
    } catch (FetchException e) {
      return e.isForGood()
          ? new Fetched.Refused(e.reason(), trail.reply())
          : new Fetched.Failed(e.reason(), Optional.empty(), trail.reply());
    }
  }

  @Override
  public void close() {
    one.close();
  }

  private HttpAnswer hop(
      WebAddress address, Map<String, String> headers, ResourceRule rule, Deadline deadline)
      throws FetchException, AddressRefusedException {
    guard.checkName(address.host(), address.port());
    Duration wish =
        robots.isPresent() && !shorteners.holds(address.host().text())
            ? robots.get().check(address, deadline)
            : Duration.ZERO;
    return requests.get(address, headers, rule, deadline, wish);
  }

  private Optional<WebAddress> next(WebAddress address, HttpAnswer answer, ResourceRule rule)
      throws AddressRefusedException, FetchException {
    if (answer.isRedirect()) {
      return Optional.of(address.resolve(Trail.headerText(answer.header("location").orElse(""))));
    }
    if (answer.status() != 200 || !rule.isPage()) {
      return Optional.empty();
    }
    boolean shortener = shorteners.holds(address.host().text());
    Optional<WebAddress> target =
        MetaRefresh.target(address, answer.body(), answer.header("content-type"), shortener);
    if (shortener && target.isEmpty() && !address.target().equals("/")) {
      throw FetchException.failed("%s leads nowhere".formatted(address.host().text()));
    }
    return target;
  }
}
