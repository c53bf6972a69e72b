package org.curation.ingest.api;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets in as many requests of one kind as memory bears; others are turned away at once. Memory is
 * an estimate from above, not what arrives: a byte of a body counts {@value #PER_BYTE} times once
 * it is parsed, because the body, its text and its records are held at once, and each value or name
 * in it counts {@value #PER_PART} bytes more for the tree. Safe for use by threads.
 */
final class Admission {
  static final String RETRY_AFTER = "Retry-After";
  static final String SECONDS = "2";

  /** The body, its text at two bytes a character, and its records, where fields occur twice. */
  static final int PER_BYTE = 6;

  /** A node takes at most about 130 bytes; while an event's id is made there may be two of each. */
  static final int PER_PART = 256;

  private final ApiLimits.Share share;
  private final int mostPerToken;
  private final Map<String, Integer> perToken = new HashMap<>();
  private int requests;
  private long bytes;

  Admission(ApiLimits.Share share, int mostPerToken) {
    this.share = share;
    this.mostPerToken = mostPerToken;
  }

  /** Lets one in; to be closed when it is answered. */
  synchronized Place enter() {
    if (requests >= share.requests()) {
      throw full();
    }
    requests++;
    return new Place();
  }

  /** Bytes in hand, by the estimate. */
  synchronized long bytes() {
    return bytes;
  }

  private synchronized void reserve(long more) {
    if (bytes + more > share.bytes()) {
      throw full();
    }
    bytes += more;
  }

  private synchronized void release(long less) {
    bytes -= less;
  }

  private synchronized void leave(Place place) {
    requests--;
    bytes -= place.held;
    if (place.token != null) {
      perToken.computeIfPresent(place.token, (name, count) -> count <= 1 ? null : count - 1);
    }
  }

  private synchronized void claim(String token) {
    if (perToken.getOrDefault(token, 0) >= mostPerToken) {
      throw Problem.of(
              Problem.Kind.TOO_MANY,
              "At most %d requests with one token are handled at once. Send fewer, or wait."
                  .formatted(mostPerToken))
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
    private @Nullable String token;

    /** Asks for memory; a problem when there is none. */
    void take(long more) {
      reserve(more);
      held += more;
    }

    /** Returns memory that is free again before the request is answered. */
    void giveBack(long less) {
      release(less);
      held -= less;
    }

    /** Most values and names that one body may have. */
    int parts() {
      return share.parts();
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
