package org.curation.ingest.capture.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.curation.ingest.capture.Fetched;
import org.curation.ingest.capture.Fetched.Validators;
import org.curation.ingest.capture.Fetcher;
import org.curation.ingest.capture.guard.AddressGuard;
import org.curation.ingest.capture.guard.AddressRefusedException;
import org.curation.ingest.capture.guard.Resolver;
import org.curation.ingest.capture.guard.WebAddress;
import org.curation.model.CaptureRequest;

/**
 * Gets attachments from OpenProject with its token. The configured origin is trusted, inside or
 * not, and its robots.txt isn't asked. A redirect to another origin goes on without the token, and
 * past the guard like any address. Only contents of attachments are asked for with the token: what
 * else a curated link may name there is nobody's to publish. Safe for use by threads.
 */
public final class OpenProjectAttachments implements Fetcher, AutoCloseable {
  private static final Pattern CONTENT = Pattern.compile("/api/v3/attachments/[0-9]{1,18}/content");
  private static final int CONCURRENCY = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final WebAddress base;
  private final String prefix;
  private final String authorization;
  private final OneRequest one;
  private final PoliteRequest requests;
  private final WebFetcher web;
  private final Limits limits;
  private final Clock clock;

  /**
   * A fetcher for one OpenProject.
   *
   * @param base its address, without {@code /api/v3}
   * @param token of its API
   * @param web goes on with redirects to other origins
   */
  public OpenProjectAttachments(
      WebAddress base,
      String token,
      Resolver resolver,
      WebFetcher web,
      String agent,
      Limits limits,
      Clock clock) {
    this.base = base;
    this.prefix = base.target().replaceAll("/+$", "");
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("apikey:" + token).getBytes(StandardCharsets.UTF_8));
    this.one = new OneRequest(AddressGuard.trusting(base), resolver, limits, agent);
    this.requests =
        new PoliteRequest(one, new HostGate(CONCURRENCY, Duration.ZERO, Duration.ZERO, PATIENCE));
    this.web = web;
    this.limits = limits;
    this.clock = clock;
  }

  /** Whether a request is for this fetcher. */
  public boolean serves(CaptureRequest request) {
    return address(request.url()).isPresent();
  }

  @Override
  public Fetched fetch(CaptureRequest request) {
    return fetch(request, new Validators(null, null));
  }

  @Override
  public Fetched fetch(CaptureRequest request, Validators known) {
    Optional<WebAddress> address = address(request.url());
    Trail trail = new Trail(request.url());
    if (address.isEmpty()) {
      return new Fetched.Refused("it is no attachment of OpenProject", trail.reply());
    }
    try {
      return fetch(request, known, address.get(), trail);
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

  private Fetched fetch(CaptureRequest request, Validators known, WebAddress first, Trail trail)
      throws FetchException, AddressRefusedException {
    Deadline deadline = Deadline.in(limits.overall());
    ResourceRule rule = ResourceRule.of(request.key().resource(), limits).orHtml();
    Map<String, String> headers = new HashMap<>(StatusAnswer.conditions(known));
    headers.put("Authorization", authorization);
    WebAddress address = first;
    while (true) {
      HttpAnswer answer = requests.get(address, headers, rule, deadline, Duration.ZERO);
      trail.answered(address, answer.status());
      if (answer.status() == 401 || answer.status() == 403) {
        throw FetchException.failed(
            "OpenProject answers %d: capture.openproject.token must belong to a user who may see the attachment"
                .formatted(answer.status()));
      }
      if (answer.header("content-type").orElse("").toLowerCase(Locale.ROOT).contains("html")
          && answer.status() == 200) {
        throw FetchException.failed(
            "OpenProject, or what stands before it, answers with a page instead of the file; is it a log-in page?");
      }
      if (!answer.isRedirect()) {
        return StatusAnswer.of(answer, known, trail.reply(), clock.instant());
      }
      WebAddress target = address.resolve(Trail.headerText(answer.header("location").orElse("")));
      trail.leadsTo(target, answer.isPermanent());
      if (!target.sameOrigin(base)) {
        return web.follow(request, known, trail, deadline, () -> target);
      }
      if (target.target().startsWith(prefix + "/login")) {
        throw FetchException.failed(
            "OpenProject asks for a log-in: capture.openproject.token is not valid there");
      }
      address = target;
    }
  }

  private Optional<WebAddress> address(String url) {
    try {
      WebAddress address =
          url.startsWith("/") && !url.startsWith("//")
              ? base.at(url.startsWith(prefix + "/api/") ? url : prefix + url)
              : WebAddress.parse(url);
      String target = address.target();
      return address.sameOrigin(base)
              && target.startsWith(prefix)
              && CONTENT.matcher(target.substring(prefix.length())).matches()
          ? Optional.of(address)
          : Optional.empty();
    } catch (AddressRefusedException e) {
      return Optional.empty();
    }
  }
}
