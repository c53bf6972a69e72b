package org.curation.ingest.capture.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.curation.ingest.capture.Fetched;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real client against a local web that is reached only through the allow-list. */
class WebFetcherTest {
  private static final Duration OVERALL = Duration.ofSeconds(2);

  private final LocalWeb web = new LocalWeb();
  private final LocalWeb inside = new LocalWeb();
  private final WebFetcher fetcher = fetcher(web.place(), false);

  @AfterEach
  void stop() {
    fetcher.close();
    web.close();
    inside.close();
  }

  @Test
  void shouldTellTheWayToThePage() {
    // Given
    web.redirect("/1", 301, "/2");
    web.redirect("/2", 302, "3?x=%C3%A4#part");
    web.redirect("/3", 308, "/page");
    web.page("/page", "<title>é</title>");

    // When
    Fetched fetched = fetch("/1");

    // Then
    assertThat(fetched)
        .isInstanceOfSatisfying(
            Fetched.Bytes.class,
            bytes -> {
              assertThat(new String(bytes.body(), StandardCharsets.UTF_8)).contains("é");
              assertThat(bytes.contentType().orElse("")).startsWith("text/html");
              assertThat(bytes.reply().finalUrl()).endsWith("/page");
              assertThat(bytes.reply().redirects()).hasSize(2);
              assertThat(bytes.reply().moved()).isFalse();
            });
  }

  @Test
  void shouldFollowWhatAPageSays() {
    // Given
    web.page("/1", "<meta http-equiv=refresh content=\"0; url=/page\">");
    web.page("/page", "<title>x</title>");

    // When / Then
    assertThat(fetch("/1").reply().finalUrl()).endsWith("/page");
  }

  @Test
  void shouldNotRunInCircles() {
    // Given
    web.redirect("/1", 302, "/2");
    web.redirect("/2", 302, "/1");

    // When / Then
    assertThat(timed(() -> fetch("/1"))).isNotInstanceOf(Fetched.Bytes.class);
    assertThat(web.requests.get()).isLessThan(12);
  }

  @Test
  void shouldHearWhenToComeBack() {
    // Given
    web.status("/busy", 429, "Retry-After", "120");
    web.status("/down", 503);
    web.status("/gone", 410);
    web.status("/secret", 403);

    // When / Then
    assertThat(fetch("/busy"))
        .isInstanceOfSatisfying(
            Fetched.Failed.class,
            failed -> assertThat(failed.retryAfter()).contains(Duration.ofSeconds(120)));
    assertThat(fetch("/down")).isInstanceOf(Fetched.Failed.class);
    assertThat(fetch("/secret")).isInstanceOf(Fetched.Failed.class);
    assertThat(fetch("/gone")).isInstanceOf(Fetched.Gone.class);
    assertThat(fetch("/gone").reply().status()).isEqualTo(410);
  }

  @Test
  void shouldAskForNewsOnly() {
    // Given
    web.versioned("/page", "\"v1\"");

    // When
    Fetched.Validators known = ((Fetched.Bytes) fetch("/page")).validators();

    // Then
    assertThat(known.etag()).isEqualTo("\"v1\"");
    assertThat(fetcher.fetch(LocalFetching.page(web.url("/page")), known))
        .isInstanceOf(Fetched.NotModified.class);
  }

  @Test
  void shouldCutOffWhatNeverEnds() {
    // Given
    web.endless("/huge", 16 * 1024, 0);
    web.endless("/drip", 1, 50);

    // When / Then
    assertThat(timed(() -> fetch("/huge"))).isInstanceOf(Fetched.Refused.class);
    assertThat(web.sent.get()).isLessThan(8 * 1024 * 1024);
    assertThat(timed(() -> fetch("/drip"))).isInstanceOf(Fetched.Failed.class);
  }

  @Test
  void shouldCountWhatABombUnpacksTo() throws IOException {
    // Given
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write(new byte[20 * 1024 * 1024]);
    }
    web.answer(
        "/bomb", 200, bomb.toByteArray(), "Content-Type", "text/html", "Content-Encoding", "gzip");

    // When / Then
    assertThat(timed(() -> fetch("/bomb"))).isInstanceOf(Fetched.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void shouldNotWaitForTheSilent(String scheme) throws IOException {
    // Given
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String place = "127.0.0.1:" + silent.getLocalPort();
      try (WebFetcher other = fetcher(place, false)) {
        // When / Then
        assertThat(timed(() -> other.fetch(LocalFetching.page(scheme + "://" + place + "/"))))
            .isInstanceOf(Fetched.Failed.class);
      }
    }
  }

  @Test
  void shouldFailOnADeadHost() throws IOException {
    // Given
    String place;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      place = "127.0.0.1:" + taken.getLocalPort();
    }
    try (WebFetcher other = fetcher(place, false)) {
      // When / Then
      assertThat(timed(() -> other.fetch(LocalFetching.page("http://" + place + "/"))))
          .isInstanceOf(Fetched.Failed.class);
      assertThat(other.fetch(LocalFetching.page("http://unknown.invalid/")))
          .isInstanceOf(Fetched.Failed.class);
    }
  }

  @Test
  void shouldHeedRobots() {
    // Given
    web.answer(
        "/robots.txt",
        200,
        "User-agent: *\nDisallow: /private\n".getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "text/plain");
    web.page("/private/page", "x");
    web.page("/public", "x");
    try (WebFetcher polite = fetcher(web.place(), true)) {
      // When / Then
      assertThat(polite.fetch(LocalFetching.page(web.url("/public"))))
          .isInstanceOf(Fetched.Bytes.class);
      assertThat(polite.fetch(LocalFetching.page(web.url("/private/page"))))
          .isInstanceOfSatisfying(
              Fetched.Refused.class,
              refused -> assertThat(refused.reason()).contains("robots.txt"));
    }
  }

  @Test
  void shouldTakeNoArchiveForAPage() {
    // Given
    web.answer("/zip", 200, new byte[3], "Content-Type", "application/zip");

    // When / Then
    assertThat(fetch("/zip")).isInstanceOf(Fetched.Refused.class);
  }

  /** What is inside must not even see a request. */
  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308, 0})
  void shouldCheckEachHop(int status) {
    // Given
    inside.page("/", "secret");
    if (status == 0) {
      String refresh = "<meta http-equiv=refresh content=\"0;url=%s\">";
      web.page("/3", refresh.formatted(inside.url("/")));
    } else {
      web.redirect("/3", status, inside.url("/"));
    }
    web.redirect("/2", 302, "/3");
    web.redirect("/1", 302, "/2");

    // When / Then
    for (String start : List.of("/3", "/2", "/1")) {
      assertThat(fetch(start)).isInstanceOf(Fetched.Refused.class);
    }
    assertThat(inside.requests).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://10.0.0.1/",
        "http://[64:ff9b::a00:1]/",
        "http://[2002:7f00:1::]/",
        "http://user@example.org/",
        "http://example.org:8080/",
        "ftp://example.org/",
        "file:///etc/passwd"
      })
  void shouldRefuseOnTheFirstHop(String url) {
    assertThat(fetcher.fetch(LocalFetching.page(url))).isInstanceOf(Fetched.Refused.class);
  }

  private static Fetched timed(Supplier<Fetched> fetch) {
    long start = System.nanoTime();
    Fetched fetched = fetch.get();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(OVERALL.multipliedBy(3));
    return fetched;
  }

  private Fetched fetch(String path) {
    return fetcher.fetch(LocalFetching.page(web.url(path)));
  }

  private static WebFetcher fetcher(String allowed, boolean robots) {
    return new WebFetcher(
        LocalFetching.setup(
            allowed,
            LocalFetching.NOBODY,
            LocalFetching.openGate(),
            LocalFetching.limits(OVERALL),
            robots));
  }
}
