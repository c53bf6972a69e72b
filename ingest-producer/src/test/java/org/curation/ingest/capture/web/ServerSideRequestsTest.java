package org.curation.ingest.capture.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.curation.ingest.capture.Fetched;
import org.curation.ingest.capture.guard.ForbiddenPlaces;
import org.curation.ingest.capture.guard.Resolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that comes from data makes the worker connect to what is inside. */
class ServerSideRequestsTest {
  private final LocalWeb web = new LocalWeb();
  private final LocalWeb inside = new LocalWeb();

  @AfterEach
  void stop() {
    web.close();
    inside.close();
  }

  /** As a link, behind one, two and three redirects, and behind a page's own redirect. */
  @ParameterizedTest
  @MethodSource("org.curation.ingest.capture.guard.ForbiddenPlaces#authorities")
  void shouldRefuseOnEachHop(String authority) {
    // Given
    // A header holds ASCII only; what is encoded means the same.
    String forbidden =
        "http://"
            + authority
                .chars()
                .mapToObj(ServerSideRequestsTest::ascii)
                .collect(Collectors.joining())
            + "/";
    web.redirect("/1", 302, forbidden);
    web.redirect("/2", 301, "/1");
    web.redirect("/3", 307, "/2");
    web.page("/page", "<meta http-equiv=refresh content=\"0;url=" + forbidden + "\">");

    try (WebFetcher fetcher = fetcher(ForbiddenPlaces::resolve, web.place(), false)) {
      // When / Then
      for (String url :
          List.of(forbidden, web.url("/1"), web.url("/2"), web.url("/3"), web.url("/page"))) {
        assertThat(fetcher.fetch(LocalFetching.page(url)))
            .as(url)
            .isInstanceOf(Fetched.Refused.class);
      }
    }
  }

  @Test
  void shouldNotLetRobotsLeadInside() {
    // Given
    inside.page("/robots.txt", "User-agent: *");
    web.redirect("/robots.txt", 302, inside.url("/robots.txt"));
    web.page("/page", "x");

    try (WebFetcher fetcher = fetcher(ForbiddenPlaces::resolve, web.place(), true)) {
      // When
      var unused = fetcher.fetch(LocalFetching.page(web.url("/page")));

      // Then
      assertThat(inside.requests).hasValue(0);
    }
  }

  /** A name that is asked twice could be another place the second time; it is asked once. */
  @Test
  void shouldConnectToTheAddressThatWasChecked() {
    // Given
    web.page("/page", "x");
    AtomicInteger asked = new AtomicInteger();
    Resolver rebinding =
        host ->
            List.of(
                InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2"));
    String place = web.place().replace("127.0.0.1", "rebinding.example");

    try (WebFetcher fetcher = fetcher(rebinding, place, false)) {
      // When / Then: had it been asked again, nobody would answer there
      assertThat(fetcher.fetch(LocalFetching.page("http://" + place + "/page")))
          .isInstanceOf(Fetched.Bytes.class);
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void shouldCheckANameAnewForEachConnection() {
    // Given
    AtomicInteger asked = new AtomicInteger();
    Resolver rebinding =
        host ->
            List.of(
                InetAddress.getByName(
                    asked.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254"));
    String place = web.place().replace("127.0.0.1", "rebinding.example");
    web.redirect("/1", 302, "http://" + place + "/page");
    web.page("/page", "secret");

    try (WebFetcher fetcher = fetcher(rebinding, place, false)) {
      // When / Then: what is allowed opens no metadata service either
      assertThat(fetcher.fetch(LocalFetching.page("http://" + place + "/1")))
          .isInstanceOf(Fetched.Refused.class);
      assertThat(asked).hasValue(2);
    }
  }

  private static String ascii(int character) {
    String text = Character.toString(character);
    return character < 128 ? text : URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static WebFetcher fetcher(Resolver resolver, String allowed, boolean robots) {
    return new WebFetcher(
        LocalFetching.setup(
            allowed,
            resolver,
            LocalFetching.openGate(),
            LocalFetching.limits(Duration.ofSeconds(5)),
            robots));
  }
}
