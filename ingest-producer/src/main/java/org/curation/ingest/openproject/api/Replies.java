package org.curation.ingest.openproject.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.curation.ingest.source.Excerpt;
import org.curation.ingest.source.Fields;
import org.curation.model.topic.Json;

/** Tells what answers mean. */
final class Replies {
  private static final String URL_KEY = "ingest.openproject.url";
  private static final String TOKEN_KEY = "ingest.openproject.token";
  private static final Duration LONGEST_RETRY = Duration.ofHours(24);

  private final String base;

  Replies(String base) {
    this.base = base;
  }

  Reply of(String path, String type, HttpResponse<Optional<byte[]>> response) {
    String place = place(path);
    int status = response.statusCode();
    if (status == 200) {
      return content(place, type, response);
    }
    String answered = "%s answered %d. ".formatted(place, status);
    return switch (status) {
      case 401 ->
          new Reply.Unauthorized(
              answered
                  + "Check that the API token at %s is a valid one, of this OpenProject and of an active user."
                      .formatted(TOKEN_KEY));
      case 403 ->
          new Reply.Forbidden(
              answered
                  + "Give the token's user a role with the permission \"view work packages\" in each project that is read.");
      case 404, 410 ->
          new Reply.NotFound(
              answered
                  + "Either it is gone, or the token's user may not see it; if all else is not found too, check %s."
                      .formatted(URL_KEY));
      case 429 ->
          new Reply.Throttled(
              answered
                  + "OpenProject, or a proxy before it, asks for fewer requests; poll less often (ingest.openproject.every) if this stays.",
              retryAfter(response.headers()));
      default -> other(answered, status, response);
    };
  }

  Reply timedOut(String path, Duration patience) {
    return new Reply.TimedOut(
        "%s gave no whole answer within %d ms. Check whether OpenProject is overloaded; give it longer with ingest.openproject.timeout, or less work with ingest.openproject.page-size."
            .formatted(place(path), patience.toMillis()));
  }

  Reply failed(String path, Duration patience, Throwable cause) {
    if (cause instanceof HttpTimeoutException) {
      return timedOut(path, patience);
    }
    if (cause instanceof ConnectException) {
      return new Reply.Unreachable(
          "%s can't be reached. Check that OpenProject runs, %s, and the network between."
              .formatted(place(path), URL_KEY));
    }
    return new Reply.Unreachable(
        "%s gave no whole answer: %s. Check OpenProject, a proxy before it, and %s."
            .formatted(place(path), Excerpt.of(String.valueOf(cause.getMessage())), URL_KEY));
  }

  private Reply other(String answered, int status, HttpResponse<?> response) {
    if (status >= 500) {
      return new Reply.ServerTrouble(
          answered + "Look at OpenProject's own log, and at the proxy before it.",
          retryAfter(response.headers()));
    }
    if (status >= 300 && status < 400) {
      return new Reply.Malformed(
          answered
              + "It leads to %s. No redirect is followed; give the final address at %s (https instead of http?)."
                  .formatted(target(response.headers()), URL_KEY));
    }
    return new Reply.Malformed(
        answered + "Check %s, and whether this OpenProject has API v3.".formatted(URL_KEY));
  }

  private static Reply content(String place, String type, HttpResponse<Optional<byte[]>> response) {
    byte[] body = response.body().orElse(null);
    if (body == null) {
      return new Reply.Malformed(
          place + " answered with more than 32 MiB. Set a smaller ingest.openproject.page-size.");
    }
    if (isPage(body, response.headers())) {
      return new Reply.Malformed(
          place
              + " answered with a web page instead of JSON, perhaps a login page or one of a proxy. Check "
              + URL_KEY
              + ", and that the way to it needs no login of its own.");
    }
    JsonNode json;
    try {
      json = Json.mapper().readTree(body);
    } catch (JsonProcessingException e) {
      return new Reply.Malformed(
          place
              + " answered with broken or cut off JSON (%d bytes). Look at OpenProject and at the proxy before it."
                  .formatted(body.length));
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
    String actual = Fields.text(json, "_type");
    if (actual == null || !actual.endsWith(type)) {
      return new Reply.Malformed(
          "%s answered with %s, not with a %s. Check that %s is the address of an OpenProject."
              .formatted(
                  place,
                  actual == null ? "no _type" : "\"" + Excerpt.of(actual) + "\"",
                  type,
                  URL_KEY));
    }
    if (type.endsWith("Collection") && !Fields.at(json, "_embedded", "elements").isArray()) {
      return new Reply.Malformed(
          place + " answered with a collection without _embedded.elements. Look at OpenProject.");
    }
    return new Reply.Answer(json, servedAt(response.headers()));
  }

  private static boolean isPage(byte[] body, HttpHeaders headers) {
    if (headers.firstValue("Content-Type").orElse("").contains("html")) {
      return true;
    }
    for (byte each : body) {
      if (!Character.isWhitespace(each)) {
        return each == '<';
      }
    }
    return false;
  }

  private static Optional<Instant> servedAt(HttpHeaders headers) {
    return headers.firstValue("Date").flatMap(Replies::time);
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Seconds, or a time; nothing below zero or beyond a day. */
  private static Optional<Duration> retryAfter(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .map(String::strip)
        .flatMap(
            text ->
                text.matches("\\d{1,9}")
                    ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                    : time(text).map(at -> Duration.between(Instant.now(), at)))
        .filter(span -> !span.isNegative())
        .map(span -> span.compareTo(LONGEST_RETRY) < 0 ? span : LONGEST_RETRY);
  }

  private static String target(HttpHeaders headers) {
    String location = headers.firstValue("Location").orElse("");
    try {
      String host = URI.create(location).getHost();
      return host == null ? "another path" : Excerpt.of(host);
    } catch (IllegalArgumentException e) {
      return "no usable address";
    }
  }

  /** Without the query, which is long and says nothing to people. */
  private String place(String path) {
    int query = path.indexOf('?');
    return base + (query < 0 ? path : path.substring(0, query));
  }
}
