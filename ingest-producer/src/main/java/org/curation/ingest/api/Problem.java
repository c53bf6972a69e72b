package org.curation.ingest.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.curation.model.topic.Json;

/**
 * Why a request was not fulfilled, in the form of RFC 9457. Never holds a secret, a piece of the
 * request's body or a stack trace.
 *
 * @param detail what was expected and what to do
 * @param errors every single mistake, with its place
 * @param headers further headers of the answer
 */
record Problem(Kind kind, String detail, List<FieldError> errors, Map<String, String> headers) {
  static final String TYPE = "application/problem+json";

  /** One mistake: where, and what should be there. */
  record FieldError(String place, String expected) {}

  /** The classes of problems; clients tell them apart by {@code type}. */
  enum Kind {
    BAD_REQUEST(400, "bad-request", "The request is malformed"),
    NOT_JSON(400, "not-json", "The body can't be read"),
    WRONG_SIGNATURE(401, "wrong-signature", "The signature is missing or wrong"),
    NO_TOKEN(401, "no-token", "A valid bearer token is needed"),
    FORBIDDEN(403, "forbidden", "The token doesn't allow this"),
    NOT_FOUND(404, "not-found", "There is no such thing"),
    WRONG_METHOD(405, "wrong-method", "The method can't be used here"),
    TOO_SLOW(408, "too-slow", "The body came too slowly"),
    NOT_NEWER(409, "not-newer", "Something newer is known"),
    REFUSED(409, "refused", "That would withdraw too much"),
    TOO_LARGE(413, "too-large", "The body is too large"),
    WRONG_TYPE(415, "wrong-type", "The body has the wrong type"),
    INVALID(422, "invalid", "The content has mistakes"),
    KEY_REUSED(422, "key-reused", "The idempotency key was used for something else"),
    TOO_MANY(429, "too-many", "Too many requests with this token at once"),
    HEADERS_TOO_LARGE(431, "headers-too-large", "The headers are too large"),
    INTERNAL(500, "internal", "Something went wrong here"),
    NOT_OFFERED(501, "not-offered", "This is switched off here"),
    UNAVAILABLE(503, "unavailable", "It can't be stored at the moment");

    private final int status;
    private final String word;
    private final String title;

    Kind(int status, String word, String title) {
      this.status = status;
      this.word = word;
      this.title = title;
    }

    int status() {
      return status;
    }
  }

  Problem {
    errors = List.copyOf(errors);
    headers = Map.copyOf(headers);
  }

  static Problem of(Kind kind, String detail) {
    return new Problem(kind, detail, List.of(), Map.of());
  }

  Problem with(String header, String value) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put(header, value);
    return new Problem(kind, detail, errors, all);
  }

  ProblemException asException() {
    return new ProblemException(this);
  }

  Answer answer() {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("type", "urn:curation:problem:" + kind.word);
    body.put("title", kind.title);
    body.put("status", kind.status);
    body.put("detail", detail);
    if (!errors.isEmpty()) {
      ArrayNode list = body.putArray("errors");
      errors.forEach(
          error -> list.addObject().put("place", error.place()).put("expected", error.expected()));
    }
    return new Answer(kind.status, TYPE, body, headers);
  }
}
