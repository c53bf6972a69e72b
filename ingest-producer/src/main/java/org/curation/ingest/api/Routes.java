package org.curation.ingest.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.curation.model.topic.Json;

/** All routes of the interface. */
final class Routes implements AutoCloseable {
  private final WebhookContext context;
  private final Admission webhooks;
  private final Admission pushes;
  private final List<Route> all;

  /** One of them. */
  record Route(HandlerType method, String path, Admission admission, Endpoint endpoint) {}

  Routes(ApiParts parts) {
    context = new WebhookContext(parts.around(), parts.limits().context());
    Storing storing = new Storing(parts.pushes(), parts.accepted(), parts.limits());
    Storing delivered = new Storing(parts.webhooks(), parts.accepted(), parts.limits());
    webhooks = new Admission(parts.limits().webhooks(), parts.limits().perToken());
    pushes = new Admission(parts.limits().pushes(), parts.limits().perToken());
    WebhookEndpoint webhook =
        new WebhookEndpoint(
            parts.signature(),
            context,
            parts.accepted(),
            delivered,
            parts.observer(),
            parts.clock());
    CurationsEndpoints curations =
        new CurationsEndpoints(
            parts.tokens(),
            new KnownCurations(parts.accepted()),
            storing,
            new IdempotencyKeys(),
            parts.limits(),
            parts.clock());
    OfferingsEndpoints offerings =
        new OfferingsEndpoints(parts.tokens(), storing, parts.snapshots(), parts.limits());
    JsonNode description = description();
    String curation = "/curations/{source}/{id}";
    String offering = "/offerings/{id}";
    all =
        List.of(
            new Route(HandlerType.POST, "/webhooks/openproject", webhooks, webhook),
            new Route(HandlerType.POST, "/curations", pushes, curations::post),
            new Route(HandlerType.PUT, curation, pushes, curations::put),
            new Route(HandlerType.DELETE, curation, pushes, curations::delete),
            new Route(HandlerType.GET, curation, pushes, curations::get),
            new Route(HandlerType.POST, "/offerings", pushes, offerings::post),
            new Route(HandlerType.PUT, "/offerings", pushes, offerings::replace),
            new Route(HandlerType.PUT, offering, pushes, offerings::put),
            new Route(HandlerType.DELETE, offering, pushes, offerings::delete),
            new Route(HandlerType.GET, "/openapi.json", pushes, call -> Answer.ok(description)));
  }

  List<Route> all() {
    return all;
  }

  /** Bytes in hand, by the estimate of {@link Admission}. */
  long bytesInHand() {
    return webhooks.bytes() + pushes.bytes();
  }

  /** The OpenAPI document. */
  static JsonNode description() {
    try (InputStream in = Routes.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("openapi.json is not beside its class");
      }
      return Json.mapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
