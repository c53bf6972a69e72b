package org.curation.ingest.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Reads from another system with GET: bounded in size, in time with the whole body, and in
 * redirects. Credentials never leave for another host, nor for plain HTTP. Safe for use by threads.
 */
public final class RemoteReader implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int MOST_REDIRECTS = 5;

  private final String system;
  private final String advice;
  private final Duration patience;
  private final int mostBytes;
  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * A reader of one system.
   *
   * @param system its name for people, for example {@code Dropmark}
   * @param advice which keys of the configuration hold the credentials; a full sentence
   * @param patience for one answer, redirects and body included
   * @param mostBytes of one body
   */
  public RemoteReader(String system, String advice, Duration patience, int mostBytes, Clock clock) {
    this.system = system;
    this.advice = advice;
    this.patience = patience;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  /**
   * Reads an address.
   *
   * @param open headers that any host may see
   * @param secret headers that only the host of this address may see
   * @throws RemoteException when anything but content or 304 is the answer
   */
  public Answer get(URI address, Map<String, String> open, Map<String, String> secret) {
    long end = System.nanoTime() + patience.toNanos();
    URI at = address;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      Map<String, String> headers = new HashMap<>(open);
      if (sameOrigin(address, at)) {
        headers.putAll(secret);
      }
      HttpResponse<byte[]> response = send(at, headers, end);
      int status = response.statusCode();
      if (status == 200) {
        return new Answer.Content(response.body(), response.headers());
      }
      if (status == 304) {
        return new Answer.Unchanged();
      }
      URI next = redirect(at, response);
      if (next == null) {
        throw failure(at, response);
      }
      at = next;
    }
    throw new RemoteException(
        "%s redirects in a circle: %s leads on more than %d times. Check the address."
            .formatted(system, shown(address), MOST_REDIRECTS));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private HttpResponse<byte[]> send(URI at, Map<String, String> headers, long end) {
    HttpRequest.Builder request = HttpRequest.newBuilder(at).GET();
    headers.forEach(request::header);
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.build(), info -> new BoundedBody(mostBytes));
    try {
      return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new RemoteException(
          "%s did not answer %s within %d s. It is asked again later; check the network if that goes on."
              .formatted(system, shown(at), patience.toSeconds()));
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw unreachable(at, e.getCause() == null ? e : e.getCause());
    }
  }

  private RemoteException unreachable(URI at, Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof BoundedBody.TooLargeException) {
        return new RemoteException(
            "The answer of %s to %s is larger than %d bytes and was not read to its end. Check the address."
                .formatted(system, shown(at), mostBytes));
      }
    }
    String why = cause instanceof IOException ? cause.getClass().getSimpleName() : cause.toString();
    return new RemoteException(
        "%s can't be reached at %s (%s). Check the address, the network and the certificate."
            .formatted(system, shown(at), why),
        null,
        cause);
  }

  private @Nullable URI redirect(URI from, HttpResponse<?> response) {
    int status = response.statusCode();
    String location = response.headers().firstValue("Location").orElse(null);
    if (location == null || status < 301 || status > 308 || status == 305 || status == 306) {
      return null;
    }
    try {
      URI to = from.resolve(location);
      boolean safe =
          "https".equals(to.getScheme())
              || ("http".equals(to.getScheme()) && "http".equals(from.getScheme()));
      return safe && to.getHost() != null ? to : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private RemoteException failure(URI at, HttpResponse<?> response) {
    int status = response.statusCode();
    Duration asked =
        response
            .headers()
            .firstValue("Retry-After")
            .flatMap(header -> RetryAfter.read(header, clock.instant()))
            .orElse(null);
    String what = advice(status);
    return new RemoteException(
        "%s answered %d to %s: %s".formatted(system, status, shown(at), what), asked, null);
  }

  private String advice(int status) {
    return switch (status) {
      case 401 -> "it does not know who asks. " + advice;
      case 403 -> "whoever asks may not see this. Check the rights of that user. " + advice;
      case 404, 410 -> "there is nothing. Check the address and the id in it.";
      case 429 -> "too many requests. It is asked again later; poll less often if that goes on.";
      default ->
          status >= 500
              ? "it is in trouble. It is asked again later."
              : status >= 300 && status < 400
                  ? "a redirect that leads nowhere safe. Check the address."
                  : "the request was refused. Check the address.";
    };
  }

  private static boolean sameOrigin(URI a, URI b) {
    return a.getScheme().equals(b.getScheme())
        && host(a).equals(host(b))
        && a.getPort() == b.getPort();
  }

  private static String host(URI address) {
    return String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
  }

  /** Without the query, which may hold what nobody should see. */
  private static String shown(URI address) {
    return "%s://%s%s"
        .formatted(address.getScheme(), address.getRawAuthority(), address.getRawPath());
  }
}
