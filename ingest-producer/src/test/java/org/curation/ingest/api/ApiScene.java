package org.curation.ingest.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.curation.ingest.openproject.Surroundings;
import org.curation.ingest.openproject.WebhookSignature;
import org.curation.ingest.source.SourceItem;
import org.curation.model.AcceptedCuration;
import org.curation.model.CanonicalJson;
import org.curation.model.CurationId;
import org.curation.service.metrics.StageObserver;

/** A server on loopback whose brokers and whose memory of enrichment are the test's. */
final class ApiScene implements AutoCloseable {
  static final String SECRET = "test-secret";
  static final String OFFERS = "offers-token";
  static final String PUSHES = "push-token";
  static final String BOTH = "both-token";

  final List<SourceItem> published = new CopyOnWriteArrayList<>();
  final Map<CurationId, AcceptedCuration> accepted = new ConcurrentHashMap<>();
  volatile Optional<RuntimeException> broken = Optional.empty();

  /** Whether what fails is stored nevertheless: only the brokers' word got lost. */
  volatile boolean storesAllTheSame;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ApiServer server;

  ApiScene(ApiLimits limits, Optional<SnapshotOfferings> snapshots, Surroundings around) {
    server = server(limits, snapshots, around, publisher(), remembered());
    server.start();
  }

  static ApiScene standard() {
    return new ApiScene(ApiLimits.standard(), Optional.empty(), WebhookContext.UNKNOWN);
  }

  static ApiScene with(ApiLimits limits) {
    return new ApiScene(limits, Optional.empty(), WebhookContext.UNKNOWN);
  }

  static ApiServer server(
      ApiLimits limits,
      Optional<SnapshotOfferings> snapshots,
      Surroundings around,
      Publisher publisher,
      Accepted accepted) {
    return new ApiServer("127.0.0.1", 0, parts(limits, snapshots, around, publisher, accepted));
  }

  /** What a second server would be made of. */
  ApiParts parts() {
    return parts(
        ApiLimits.standard(), Optional.empty(), WebhookContext.UNKNOWN, publisher(), remembered());
  }

  private static ApiParts parts(
      ApiLimits limits,
      Optional<SnapshotOfferings> snapshots,
      Surroundings around,
      Publisher publisher,
      Accepted accepted) {
    return new ApiParts(
        Optional.of(WebhookSignature.of("older-secret", SECRET)),
        List.of(
            token("a", Set.of("offerings"), OFFERS),
            token("b", Set.of("blog"), PUSHES),
            token("c", Set.of("blog", "offerings"), BOTH)),
        () -> around,
        snapshots,
        accepted,
        publisher,
        publisher,
        StageObserver.NONE,
        (route, status) -> {},
        limits,
        Clock.systemUTC());
  }

  int port() {
    return server.port();
  }

  ApiServer server() {
    return server;
  }

  HttpResponse<String> send(String method, String path, String body, String... headers) {
    return send(client, port(), method, path, body, headers);
  }

  static HttpResponse<String> send(
      HttpClient client, int port, String method, String path, String body, String... headers) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .timeout(Duration.ofSeconds(30))
              .method(method, BodyPublishers.ofString(body));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> push(String method, String path, String body) {
    return send(
        method, path, body, "Content-Type", "application/json", "Authorization", "Bearer " + BOTH);
  }

  HttpResponse<String> webhook(String body) {
    return send(
        "POST",
        "/webhooks/openproject",
        body,
        "Content-Type",
        "application/json; charset=utf-8",
        "X-OP-Signature",
        signature(body));
  }

  static String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return "sha1=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }

  private static PushToken token(String name, Set<String> rights, String token) {
    return new PushToken(
        name, rights, CanonicalJson.sha256(token.getBytes(StandardCharsets.UTF_8)));
  }

  private Accepted remembered() {
    return new Accepted() {
      @Override
      public boolean ready() {
        return true;
      }

      @Override
      public Optional<AcceptedCuration> find(CurationId id) {
        return Optional.ofNullable(accepted.get(id));
      }
    };
  }

  private Publisher publisher() {
    return new Publisher() {
      @Override
      public CompletableFuture<Void> publish(List<? extends SourceItem> items) {
        if (broken.isPresent()) {
          if (storesAllTheSame) {
            published.addAll(items);
          }
          return CompletableFuture.failedFuture(broken.get());
        }
        published.addAll(items);
        return CompletableFuture.completedFuture(null);
      }

      @Override
      public Optional<String> failing() {
        return broken.map(Throwable::getMessage);
      }

      @Override
      public void close() {}
    };
  }
}
