package org.curation.ingest.capture.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.curation.ingest.capture.Fetched;
import org.curation.ingest.capture.Fetched.Reply;
import org.curation.ingest.capture.Fetched.Validators;

/**
 * What a status means. Gone is only what says so: 404, 410, 451. All other errors are failures
 * first, as walls against robots answer with any of them and come and go; who tries again and again
 * gives up at last. Pure.
 */
final class StatusAnswer {
  private StatusAnswer() {}

  /**
   * The result of the last answer.
   *
   * @param asked what the request named as known
   */
  static Fetched of(HttpAnswer answer, Validators asked, Reply reply, Instant now) {
    int status = answer.status();
    return switch (status) {
      case 200 ->
          new Fetched.Bytes(answer.body(), answer.header("content-type"), given(answer), reply);
      case 304 ->
          asked.etag() == null && asked.lastModified() == null
              ? failed("answers 304 to a request that named nothing", answer, reply, now)
              : new Fetched.NotModified(reply);
      case 404, 410 -> new Fetched.Gone("the server answers %d".formatted(status), reply);
      case 451 -> new Fetched.Gone("the server answers 451: withheld for legal reasons", reply);
      case 401, 403 ->
          failed(
              "answers %d: it wants a log-in or no robots".formatted(status), answer, reply, now);
      case 429 -> failed("answers 429: too many requests", answer, reply, now);
      default -> failed("answers %d".formatted(status), answer, reply, now);
    };
  }

  private static Fetched failed(String what, HttpAnswer answer, Reply reply, Instant now) {
    return new Fetched.Failed(
        "the server " + what,
        answer.header("retry-after").flatMap(text -> RetryAfter.read(text, now)),
        reply);
  }

  private static Validators given(HttpAnswer answer) {
    return new Validators(
        answer.header("etag").orElse(null), answer.header("last-modified").orElse(null));
  }

  /** The headers that ask for a resource only if it changed. */
  static Map<String, String> conditions(Validators known) {
    Map<String, String> headers = new HashMap<>();
    Optional.ofNullable(known.etag()).ifPresent(etag -> headers.put("If-None-Match", etag));
    Optional.ofNullable(known.lastModified())
        .ifPresent(date -> headers.put("If-Modified-Since", date));
    return headers;
  }
}
