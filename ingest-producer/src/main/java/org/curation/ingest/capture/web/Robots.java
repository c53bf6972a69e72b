package org.curation.ingest.capture.web;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.curation.ingest.capture.guard.AddressRefusedException;
import org.curation.ingest.capture.guard.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * Knows what sites allow robots, by RFC 9309: no robots.txt allows all; one that can't be had
 * forbids all for a while. Safe for use by threads.
 */
final class Robots {
  private static final int MOST_REDIRECTS = 5;
  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration KEPT_TROUBLE = Duration.ofMinutes(2);
  private static final Duration NO_WISH = Duration.ZERO;

  private final PoliteRequest requests;
  private final String agent;
  private final RobotsCache cache = new RobotsCache();

  /**
   * Reads robots.txt for an agent.
   *
   * @param agent the name that sites know it by, such as {@code ExampleBot}
   */
  Robots(PoliteRequest requests, String agent) {
    this.requests = requests;
    this.agent = agent.toLowerCase(Locale.ROOT);
  }

  /**
   * Says whether an address may be fetched.
   *
   * @return the delay between requests that the site wishes for; zero for none
   * @throws FetchException when it may not, or when that isn't known now
   */
  Duration check(WebAddress address, Deadline deadline) throws FetchException {
    String origin = address.origin();
    RobotsCache.Known known = cache.get(origin, deadline, () -> read(address, deadline));
    if (known.trouble() != null) {
      throw known.trouble();
    }
    BaseRobotRules rules = known.rules();
    if (rules == null) {
      return NO_WISH;
    }
    if (!rules.isAllowed(address.toString())) {
      throw FetchException.refused("the robots.txt of %s forbids it".formatted(origin));
    }
    long millis = rules.getCrawlDelay();
    return millis <= 0 ? NO_WISH : Duration.ofMillis(Math.min(millis, KEPT.toMillis()));
  }

  private RobotsCache.Known read(WebAddress address, Deadline deadline) {
    String origin = address.origin();
    try {
      WebAddress place = address.at("/robots.txt");
      for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
        HttpAnswer answer = requests.get(place, Map.of(), ResourceRule.ROBOTS, deadline, NO_WISH);
        if (!answer.isRedirect()) {
          return known(origin, answer);
        }
        place = place.resolve(Trail.headerText(answer.header("location").orElse("")));
      }
      return new RobotsCache.Known(null, null, 0, KEPT); // as RFC 9309 says
    } catch (FetchException e) {
      String reason = "the robots.txt of %s can't be read: %s".formatted(origin, e.reason());
      FetchException why =
          e.isForGood() ? FetchException.refused(reason) : FetchException.failed(reason);
      // Who had no time left says nothing about the site.
      return deadline.isOver() ? new RobotsCache.Known(null, why, 0, Duration.ZERO) : trouble(why);
    } catch (AddressRefusedException e) {
      return trouble(
          FetchException.refused(
              "the robots.txt of %s can't be read: %s".formatted(origin, e.reason())));
    }
  }

  private RobotsCache.Known known(String origin, HttpAnswer answer) {
    int status = answer.status();
    if (status == 200) {
      byte[] text = answer.body();
      return new RobotsCache.Known(parsed(origin, text), null, text.length, KEPT);
    }
    return status >= 500 || status == 429
        ? trouble(
            FetchException.failed("the robots.txt of %s answers %d".formatted(origin, status)))
        : new RobotsCache.Known(null, null, 0, KEPT);
  }

  private @Nullable BaseRobotRules parsed(String origin, byte[] text) {
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser(KEPT.toMillis(), 0);
    return parser.parseContent(origin + "/robots.txt", text, "text/plain", List.of(agent));
  }

  private static RobotsCache.Known trouble(FetchException why) {
    return new RobotsCache.Known(null, why, 0, KEPT_TROUBLE);
  }
}
