package org.curation.ingest.capture.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.curation.ingest.capture.Fetched;
import org.curation.ingest.capture.guard.WebAddress;
import org.curation.model.CaptureKey;
import org.curation.model.CaptureRequest;
import org.curation.model.CurationId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenProjectAttachmentsTest {
  private static final String TOKEN = "opapi-very-secret";
  private static final String CONTENT = "/api/v3/attachments/7/content";
  private static final String BASIC =
      "Basic "
          + Base64.getEncoder()
              .encodeToString(("apikey:" + TOKEN).getBytes(StandardCharsets.UTF_8));

  private final ConcurrentLinkedQueue<Optional<String>> atStorage = new ConcurrentLinkedQueue<>();
  private HttpServer openProject;
  private HttpServer storage;
  private WebFetcher web;
  private OpenProjectAttachments attachments;

  @BeforeEach
  void start() throws Exception {
    openProject = server();
    storage = server();
    storage.createContext(
        "/",
        exchange -> {
          atStorage.add(authorization(exchange));
          image(exchange);
        });
    Limits limits = LocalFetching.limits(Duration.ofSeconds(5));
    WebFetcher.Setup setup =
        LocalFetching.setup(
            place(storage), LocalFetching.NOBODY, LocalFetching.openGate(), limits, false);
    web = new WebFetcher(setup);
    attachments =
        new OpenProjectAttachments(
            WebAddress.parse("http://" + place(openProject)),
            TOKEN,
            setup.resolver(),
            web,
            setup.agent(),
            limits,
            Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    attachments.close();
    web.close();
    openProject.stop(0);
    storage.stop(0);
  }

  @Test
  void shouldAskWithTheTokenAndLeaveItBehindOnTheWay() {
    // Given
    openProject.createContext(
        CONTENT,
        exchange -> {
          boolean known = authorization(exchange).equals(Optional.of(BASIC));
          exchange.getResponseHeaders().set("Location", "http://" + place(storage) + "/signed?x=1");
          exchange.sendResponseHeaders(known ? 302 : 401, -1);
          exchange.close();
        });

    // When / Then
    assertThat(attachments.fetch(request(CONTENT))).isInstanceOf(Fetched.Bytes.class);
    assertThat(atStorage).containsExactly(Optional.empty());
  }

  @Test
  void shouldSayWhatToCheckWithoutTheToken() {
    // Given
    openProject.createContext(
        CONTENT,
        exchange -> {
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });

    // When / Then
    assertThat(attachments.fetch(request(CONTENT)))
        .isInstanceOfSatisfying(
            Fetched.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .contains("capture.openproject.token")
                    .doesNotContain(TOKEN));
  }

  @Test
  void shouldTryAgainAfterALoginPage() {
    // Given
    openProject.createContext(
        CONTENT,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, 4);
          exchange.getResponseBody().write(new byte[4]);
          exchange.close();
        });

    // When / Then
    assertThat(attachments.fetch(request(CONTENT)))
        .isInstanceOfSatisfying(
            Fetched.Failed.class, failed -> assertThat(failed.reason()).contains("log-in"));
  }

  @Test
  void shouldServeContentsOfAttachmentsOfThisOpenProjectOnly() {
    assertThat(attachments.serves(request(CONTENT))).isTrue();
    assertThat(attachments.serves(request("http://" + place(openProject) + CONTENT))).isTrue();
    assertThat(attachments.serves(request("http://" + place(storage) + CONTENT))).isFalse();
    assertThat(attachments.serves(request("/api/v3/users/1"))).isFalse();
    assertThat(attachments.serves(request("/api/v3/attachments/7/content/../../users"))).isFalse();
    assertThat(attachments.serves(request("//evil.example" + CONTENT))).isFalse();
  }

  private static Optional<String> authorization(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static void image(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "image/png");
    exchange.sendResponseHeaders(200, 4);
    exchange.getResponseBody().write(new byte[4]);
    exchange.close();
  }

  private static HttpServer server() throws IOException {
    HttpServer made =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    made.start();
    return made;
  }

  private static String place(HttpServer server) {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private static CaptureRequest request(String url) {
    CaptureKey key = new CaptureKey(CurationId.parse("open-project:1"), CaptureKey.FEATURED_IMAGE);
    return new CaptureRequest(key, 1, url, "image.png");
  }
}
