package org.curation.ingest.openproject.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What asking OpenProject gave. */
public sealed interface Reply {

  /**
   * JSON of the kind that was asked for.
   *
   * @param servedAt OpenProject's own time of the answer, in whole seconds; empty when it tells
   *     none
   */
  record Answer(JsonNode body, Optional<Instant> servedAt) implements Reply {}

  /** Anything else. The message is for people: what happened and what to check; never a secret. */
  sealed interface Trouble extends Reply {
    String message();
  }

  /** 401. */
  record Unauthorized(String message) implements Trouble {}

  /** 403. */
  record Forbidden(String message) implements Trouble {}

  /** 404 or 410. */
  record NotFound(String message) implements Trouble {}

  /**
   * 429.
   *
   * @param retryAfter what the answer asks for; empty when it asks for nothing
   */
  record Throttled(String message, Optional<Duration> retryAfter) implements Trouble {}

  /**
   * 5xx.
   *
   * @param retryAfter as for {@link Throttled}
   */
  record ServerTrouble(String message, Optional<Duration> retryAfter) implements Trouble {}

  /** No JSON, JSON of another kind, too much of it, a redirect, or another status. */
  record Malformed(String message) implements Trouble {}

  /** No connection, or it broke. */
  record Unreachable(String message) implements Trouble {}

  /** No whole answer in time. */
  record TimedOut(String message) implements Trouble {}
}
