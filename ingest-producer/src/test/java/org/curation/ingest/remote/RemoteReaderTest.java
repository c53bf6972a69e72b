package org.curation.ingest.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.curation.ingest.testing.FeedServer;
import org.curation.ingest.testing.FeedServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteReaderTest {
  private static final Map<String, String> SECRET = Map.of("Authorization", "Basic c2VjcmV0");

  private FeedServer server;
  private final RemoteReader reader =
      new RemoteReader(
          "Dropmark", "Check the key.", Duration.ofMillis(700), 1000, Clock.systemUTC());

  @BeforeEach
  void start() throws IOException {
    server = new FeedServer();
  }

  @AfterEach
  void stop() {
    reader.close();
    server.close();
  }

  @Test
  void shouldCarryCredentialsToItsOwnHostOnly() {
    // Given
    server.answer(
        asked ->
            switch (asked.path()) {
              case "/a" -> new Reply(302, "", Map.of("Location", "/b"));
              case "/b" ->
                  new Reply(307, "", Map.of("Location", server.address("localhost") + "/c"));
              default -> Reply.of(200, "fine");
            });

    // When
    Answer answer = reader.get(URI.create(server.address() + "/a"), Map.of(), SECRET);

    // Then
    assertThat(answer).isInstanceOf(Answer.Content.class);
    assertThat(server.asked())
        .extracting(asked -> asked.headers().containsKey("authorization"))
        .containsExactly(true, true, false);
  }

  @ParameterizedTest
  @CsvSource({
    "401,Check the key",
    "403,may not see",
    "404,the id in it",
    "429,less often",
    "503,in trouble",
    "302,nowhere safe",
    "400,refused"
  })
  void shouldSayWhatToCheck(int status, String advice) {
    // Given
    server.answer(asked -> new Reply(status, "body", Map.of("Retry-After", "7")));

    // When / Then
    assertThatThrownBy(
            () -> reader.get(URI.create(server.address() + "/a?key=hidden"), Map.of(), SECRET))
        .isInstanceOf(RemoteException.class)
        .hasMessageContaining(advice)
        .hasMessageNotContainingAny("hidden", "c2VjcmV0")
        .satisfies(
            e -> assertThat(((RemoteException) e).retryAfter()).contains(Duration.ofSeconds(7)));
  }

  @Test
  void shouldGiveUpOnWhatIsTooLargeTooSlowOrGoesInCircles() {
    // Given
    CountDownLatch end = new CountDownLatch(1);
    server.answer(
        asked -> {
          if (asked.path().equals("/slow")) {
            try {
              assertThat(end.await(5, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
          return asked.path().equals("/circle")
              ? new Reply(302, "", Map.of("Location", "/circle"))
              : Reply.of(200, "x".repeat(1001));
        });

    // When / Then
    assertThatThrownBy(() -> get("/large")).hasMessageContaining("larger than 1000 bytes");
    assertThatThrownBy(() -> get("/slow")).hasMessageContaining("did not answer");
    assertThatThrownBy(() -> get("/circle")).hasMessageContaining("in a circle");
    end.countDown();
    server.close();
    assertThatThrownBy(() -> get("/gone")).hasMessageContaining("can't be reached");
  }

  @Test
  void shouldReadBothFormsOfRetryAfter() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    assertThat(RetryAfter.read(" 120 ", now)).contains(Duration.ofSeconds(120));
    assertThat(RetryAfter.read("Thu, 01 Jan 2026 00:01:00 GMT", now))
        .contains(Duration.ofMinutes(1));
    assertThat(RetryAfter.read("Thu, 01 Jan 2015 00:01:00 GMT", now)).contains(Duration.ZERO);
    assertThat(RetryAfter.read("soon", now)).isEmpty();
  }

  @Test
  void shouldWaitLongerEachTimeWithinBounds() {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), new Random(1));
    assertThat(backoff.after(1, null)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(backoff.after(4, null)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
    assertThat(backoff.after(1000, null)).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
    assertThat(backoff.after(1, Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
    assertThat(backoff.after(1, Duration.ofDays(5))).isEqualTo(Duration.ofHours(1));
  }

  private Answer get(String path) {
    return reader.get(URI.create(server.address() + path), Map.of(), SECRET);
  }
}
