package org.curation.ingest.api;

import java.util.HashMap;
import java.util.Map;

/**
 * Lets in as many requests, and as many bytes of their bodies, as memory bears; others are turned
 * away at once. Safe for use by threads.
 */
final class Admission {
  static final String RETRY_AFTER = "Retry-After";
  static final String SECONDS = "2";

  private final ApiLimits limits;
  private final Map<String, Integer> perToken = new HashMap<>();
  private int requests;
  private long bytes;

  Admission(ApiLimits limits) {
    this.limits = limits;
  }

  /** Lets one in; to be closed when it is answered. */
  synchronized Place enter() {
    if (requests >= limits.requests()) {
      throw full();
    }
    requests++;
    return new Place();
  }

  /** Bytes in hand. */
  synchronized long bytes() {
    return bytes;
  }

  private synchronized void reserve(long more) {
    if (bytes + more > limits.bytes()) {
      throw full();
    }
    bytes += more;
  }

  private synchronized void leave(Place place) {
    requests--;
    bytes -= place.held;
    if (place.token != null) {
      perToken.computeIfPresent(place.token, (name, count) -> count <= 1 ? null : count - 1);
    }
  }

  private synchronized void claim(String token) {
    if (perToken.getOrDefault(token, 0) >= limits.perToken()) {
      throw Problem.of(
              Problem.Kind.TOO_MANY,
              "At most %d requests with one token are handled at once. Send fewer, or wait."
                  .formatted(limits.perToken()))
          .with(RETRY_AFTER, SECONDS)
          .asException();
    }
    perToken.merge(token, 1, Integer::sum);
  }

  private static ProblemException full() {
    return Problem.of(
            Problem.Kind.UNAVAILABLE,
            "Too many requests are in hand. Nothing of this one was stored; send it again.")
        .with(RETRY_AFTER, SECONDS)
        .asException();
  }

  /** The place of one request. For one thread. */
  final class Place implements AutoCloseable {
    private long held;
    private @org.jspecify.annotations.Nullable String token;

    /** Asks for memory; a problem when there is none. */
    void take(long more) {
      reserve(more);
      held += more;
    }

    /** Counts the request to a token; a problem when that has too many. May be called once. */
    void countTo(String name) {
      claim(name);
      token = name;
    }

    @Override
    public void close() {
      leave(this);
    }
  }
}
