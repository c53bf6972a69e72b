package org.curation.ingest.openproject.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Reads OpenProject's API v3. Asks one server only: no redirect is followed, so the token never
 * goes anywhere else. Safe for use by threads.
 */
public final class OpenProjectClient implements AutoCloseable {
  private static final int MOST_BYTES = 32 * 1024 * 1024;
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  private final String base;
  private final String authorization;
  private final Duration timeout;
  private final HttpClient http;
  private final Replies replies;

  /**
   * A client; nothing is asked yet.
   *
   * @param base OpenProject's address, without {@code /api/v3}
   * @param timeout for a whole answer
   */
  public OpenProjectClient(URI base, String token, Duration timeout) {
    this.base = base.toString().replaceAll("/+$", "");
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("apikey:" + token.strip()).getBytes(StandardCharsets.UTF_8));
    this.timeout = timeout;
    this.replies = new Replies(this.base);
    this.http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT)
            .build();
  }

  /** Asks for a resource within the usual time; see {@link #get(String, String, Duration)}. */
  public Reply get(String path, String type) {
    return get(path, type, timeout);
  }

  /**
   * Asks for a resource.
   *
   * @param path from {@code /api/v3/} on, encoded
   * @param type what {@code _type} must be or end with, for example {@code Collection}
   * @param patience for the whole answer
   */
  public Reply get(String path, String type, Duration patience) {
    if (!path.startsWith("/api/v3/")) {
      throw new IllegalArgumentException("no path of the API: " + path);
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", authorization)
            .header("Accept", "application/hal+json, application/json")
            .timeout(patience)
            .build();
    CompletableFuture<HttpResponse<Optional<byte[]>>> asked =
        http.sendAsync(request, head -> new BoundedBody(MOST_BYTES));
    try {
      // The request's own time-out ends with the headers; a body can come in drops.
      return replies.of(path, type, asked.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return replies.timedOut(path, patience);
    } catch (ExecutionException e) {
      return replies.failed(path, patience, e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } finally {
      asked.cancel(true);
    }
  }

  /**
   * The path within the API of an address that OpenProject gave, which may have the path of a
   * subfolder before it.
   */
  public String path(String href) {
    String folder = URI.create(base).getRawPath();
    return folder != null && !folder.isEmpty() && href.startsWith(folder + "/api/")
        ? href.substring(folder.length())
        : href;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
