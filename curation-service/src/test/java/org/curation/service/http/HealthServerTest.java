package org.curation.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.curation.model.topic.Json;
import org.curation.service.UserError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthServerTest {
  private final AtomicReference<Optional<String>> store =
      new AtomicReference<>(Optional.of("the disk is full"));
  private final AtomicReference<Optional<Throwable>> failure =
      new AtomicReference<>(Optional.empty());
  private final Health health = new Health(Clock.systemUTC());
  private final HealthServer server =
      HealthServer.start("127.0.0.1", 0, health, failure::get, () -> "up 1\n");

  @AfterEach
  void close() {
    server.close();
    health.close();
  }

  @Test
  void shouldTellWhichCheckFailsSinceWhenAndWhenItIsWellAgain() throws Exception {
    // Given
    Instant before = Instant.now().minusMillis(1);
    health.check("broker", Optional::empty);
    health.check("store", store::get);

    // When
    await().until(() -> get("/health/ready").body().contains("the disk is full"));
    HttpResponse<String> red = get("/health/ready");
    store.set(Optional.empty());
    await().atMost(Duration.ofSeconds(3)).until(() -> get("/health/ready").statusCode() == 200);
    HttpResponse<String> green = get("/health/ready");

    // Then
    assertThat(red.statusCode()).isEqualTo(503);
    JsonNode check = Json.mapper().readTree(red.body()).path("checks").path(1);
    assertThat(check.path("name").asText()).isEqualTo("store");
    assertThat(check.path("status").asText()).isEqualTo("failing");
    assertThat(Instant.parse(check.path("since").asText())).isBetween(before, Instant.now());
    JsonNode mended = Json.mapper().readTree(green.body()).path("checks").path(1);
    assertThat(mended.path("status").asText()).isEqualTo("ok");
    assertThat(mended.has("why")).isFalse();
    assertThat(Instant.parse(mended.path("since").asText()))
        .isAfter(Instant.parse(check.path("since").asText()));
  }

  @Test
  void shouldNotBeReadyWithoutChecksOrWhenOneThrows() throws Exception {
    // When
    int none = get("/health/ready").statusCode();
    health.check(
        "bad",
        () -> {
          throw new IllegalStateException("oops");
        });

    // Then
    assertThat(none).isEqualTo(503);
    await().until(() -> get("/health/ready").body().contains("oops"));
  }

  @Test
  void shouldTellWhetherTheProgramLives() throws Exception {
    // Given
    HttpResponse<String> live = get("/health/live");

    // When
    failure.set(Optional.of(new IllegalStateException("gone")));

    // Then
    assertThat(live.statusCode()).isEqualTo(200);
    assertThat(get("/health/live").statusCode()).isEqualTo(503);
    assertThat(get("/health/live").body()).contains("gone");
  }

  @Test
  void shouldServeMetricsAndRefuseTheRest() throws Exception {
    // When
    HttpResponse<String> metrics = get("/metrics");
    HttpResponse<String> posted =
        send(
            HttpRequest.newBuilder(uri("/metrics")).POST(HttpRequest.BodyPublishers.ofString("x")));

    // Then
    assertThat(metrics.body()).isEqualTo("up 1\n");
    assertThat(metrics.headers().firstValue("content-type")).get().asString().contains("0.0.4");
    assertThat(posted.statusCode()).isEqualTo(405);
    assertThat(get("/etc/passwd").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldAnswerWhileClientsHang() throws Exception {
    // Given
    Socket[] hanging = new Socket[8];
    for (int i = 0; i < hanging.length; i++) {
      hanging[i] = new Socket("127.0.0.1", server.port());
      hanging[i].getOutputStream().write("GET /metrics HT".getBytes(StandardCharsets.US_ASCII));
      hanging[i].getOutputStream().flush();
    }

    // When / Then
    try {
      await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .until(() -> get("/metrics").statusCode() == 200);
    } finally {
      for (Socket each : hanging) {
        each.close();
      }
    }
  }

  @Test
  void shouldSayThatAPortIsTaken() {
    // When / Then
    assertThatThrownBy(
            () -> HealthServer.start("127.0.0.1", server.port(), health, Optional::empty, () -> ""))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("port " + server.port());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request.timeout(Duration.ofSeconds(5)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
