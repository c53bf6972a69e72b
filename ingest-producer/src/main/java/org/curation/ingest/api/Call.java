package org.curation.ingest.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One request, as endpoints see it. For one thread. */
final class Call {
  static final String JSON = "application/json";
  static final String LINES = "application/x-ndjson";

  private final Context context;
  private final ApiLimits limits;
  private final Admission.Place place;

  Call(Context context, ApiLimits limits, Admission.Place place) {
    this.context = context;
    this.limits = limits;
    this.place = place;
  }

  /** A header's value; a problem when it was sent twice, for then there is no telling which. */
  Optional<String> header(String name) {
    List<String> values = Collections.list(context.req().getHeaders(name));
    if (values.size() > 1) {
      throw Problem.of(
              Problem.Kind.BAD_REQUEST,
              "%s: expected once, not %d times. Send it once; check what a proxy adds."
                  .formatted(name, values.size()))
          .asException();
    }
    return values.stream().findFirst();
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name));
  }

  String path(String name) {
    return context.pathParam(name);
  }

  /** Method and path: what an idempotency key belongs to. */
  String target() {
    return context.method() + " " + context.path();
  }

  Admission.Place place() {
    return place;
  }

  /** The body's type without parameters; a problem when it is none of the allowed ones. */
  String requireType(String... allowed) {
    String given = header("Content-Type").orElse("");
    String type = given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    String encoding = header("Content-Encoding").orElse("identity");
    for (String each : allowed) {
      if (each.equals(type) && encoding.equalsIgnoreCase("identity")) {
        return type;
      }
    }
    throw Problem.of(
            Problem.Kind.WRONG_TYPE,
            "Send Content-Type %s, without Content-Encoding."
                .formatted(String.join(" or ", allowed)))
        .with("Accept", String.join(", ", allowed))
        .asException();
  }

  /** The body, ready to be parsed as JSON. */
  JsonBody json() {
    return new JsonBody(body(), place);
  }

  /** The body, within the limits. */
  byte[] body() {
    try {
      return BodyReading.read(
          context.req().getInputStream(), context.req().getContentLengthLong(), limits, place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
