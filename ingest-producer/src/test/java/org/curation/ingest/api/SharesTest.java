package org.curation.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.curation.ingest.source.SourceItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Webhooks and pushes have shares of their own, and memory is what trees take, not bodies. */
@Timeout(60)
class SharesTest {
  private static final ApiLimits STANDARD = ApiLimits.standard();
  private static final String EVENT = "{\"action\":\"project:created\"}";
  private static final String BLOG = "/curations/blog/1";
  private static final String ARTICLE = "{\"title\":\"T\",\"link\":\"https://example.org/\"}";
  private static final String PUSH = "POST /curations HTTP/1.1\r\nAuthorization: Bearer both-token";
  private static final String HOOK =
      "POST /webhooks/openproject HTTP/1.1\r\nX-OP-Signature: sha1=" + "0".repeat(40);

  @Test
  void shouldKeepRoomForWebhooksWhilePushesFlood() throws IOException {
    // Given
    try (ApiScene scene = ApiScene.with(shares(2, 1 << 20));
        Socket first = begun(scene, PUSH);
        Socket second = begun(scene, PUSH)) {
      assertThat(first.isConnected() && second.isConnected()).isTrue();
      Awaitility.await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> scene.push("PUT", BLOG, ARTICLE).statusCode() == 503);

      // When
      HttpResponse<String> webhook = scene.webhook(EVENT);

      // Then
      assertThat(webhook.statusCode()).isEqualTo(202);
    }
  }

  @Test
  void shouldKeepRoomForPushesWhileWebhooksFlood() throws IOException {
    // Given
    try (ApiScene scene = ApiScene.with(shares(2, 1 << 20));
        Socket first = begun(scene, HOOK);
        Socket second = begun(scene, HOOK)) {
      assertThat(first.isConnected() && second.isConnected()).isTrue();
      Awaitility.await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> scene.webhook(EVENT).statusCode() == 503);

      // When
      HttpResponse<String> push = scene.push("PUT", BLOG, ARTICLE);

      // Then
      assertThat(push.statusCode()).isEqualTo(202);
    }
  }

  @Test
  void shouldCountWhatTreesTakeAndGiveAllOfItBack() {
    // Given
    String small = "{\"title\":\"T\",\"link\":\"https://example.org/\",\"fields\":{\"a\":[%s0]}}";
    try (ApiScene scene = ApiScene.with(shares(9, 256 * 1024))) {
      // When: 8 kB of text, but four thousand values
      HttpResponse<String> many = scene.push("PUT", BLOG, small.formatted("0,".repeat(4000)));
      HttpResponse<String> few = scene.push("PUT", BLOG, small.formatted(" ".repeat(8000)));

      // Then
      assertThat(many.statusCode()).isEqualTo(503);
      assertThat(few.statusCode()).isEqualTo(202);
      Awaitility.await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> scene.server().bytesInHand() == 0);
    }
  }

  @Test
  void shouldLetTheLargestBodyIntoItsShare() {
    // When / Then
    for (ApiLimits.Share share : List.of(STANDARD.webhooks(), STANDARD.pushes())) {
      assertThat(
              (long) Admission.PER_BYTE * STANDARD.bodyBytes()
                  + (long) Admission.PER_PART * share.parts())
          .isLessThanOrEqualTo(share.bytes());
    }
  }

  @Test
  void shouldCountPartsOverAllLines() {
    // Given
    String line =
        "{\"id\":\"%d\",\"title\":\"T\",\"link\":\"https://example.org/\",\"fields\":{\"a\":[%s0]}}";
    String zeros = "0,".repeat(250_000);
    try (ApiScene scene = ApiScene.standard()) {
      // When
      HttpResponse<String> answer =
          scene.send(
              "POST",
              "/curations",
              line.formatted(1, zeros) + "\n" + line.formatted(2, zeros),
              "Content-Type",
              "application/x-ndjson",
              "Authorization",
              "Bearer " + ApiScene.BOTH);

      // Then
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("line 2", "400000 values");
    }
  }

  @Test
  void shouldTakeAsManyOfferingsAsItSays() {
    // Given
    int most = 40_000;
    SnapshotOfferings all =
        listed ->
            new SnapshotOfferings.Difference(
                listed.stream().<SourceItem>map(SourceItem.OfferingItem::new).toList(),
                Optional.empty());
    try (ApiScene scene = new ApiScene(STANDARD, Optional.of(all), WebhookContext.UNKNOWN)) {
      // When
      HttpResponse<String> fitting = scene.push("PUT", "/offerings", offerings(most));
      HttpResponse<String> more = scene.push("PUT", "/offerings", offerings(most + 1));

      // Then
      assertThat(fitting.body()).contains("\"stored\":" + most);
      assertThat(more.statusCode()).isEqualTo(422);
      assertThat(more.body()).contains("at most 40000");
    }
  }

  @Test
  void shouldNameTheKeyOfTheLimitWhenNothingWasStored() {
    // Given
    SnapshotOfferings refusing =
        listed ->
            new SnapshotOfferings.Difference(
                List.of(), Optional.of("20 of 30 known offerings are not in the feed"));
    try (ApiScene scene = new ApiScene(STANDARD, Optional.of(refusing), WebhookContext.UNKNOWN)) {
      // When
      HttpResponse<String> answer = scene.push("PUT", "/offerings", offerings(1));

      // Then
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("Nothing was stored: 20 of 30");
      assertThat(scene.published).isEmpty();
    }
  }

  private static String offerings(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            id ->
                "{\"offeringId\":%d,\"label\":\"A product\",\"categories\":[\"care\",\"home\"]}"
                    .formatted(id))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** A request whose body doesn't come. */
  private static Socket begun(ApiScene scene, String head) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), scene.port());
    socket
        .getOutputStream()
        .write(
            (head
                    + "\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
                .getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private static ApiLimits shares(int requests, long bytes) {
    return new ApiLimits(
        STANDARD.bodyBytes(),
        new ApiLimits.Share(requests, bytes, STANDARD.webhooks().parts()),
        new ApiLimits.Share(requests, bytes, STANDARD.pushes().parts()),
        STANDARD.perToken(),
        STANDARD.connections(),
        STANDARD.read(),
        STANDARD.idle(),
        STANDARD.context(),
        STANDARD.acknowledgement(),
        STANDARD.elements());
  }
}
