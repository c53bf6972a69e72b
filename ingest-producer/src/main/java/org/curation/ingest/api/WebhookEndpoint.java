package org.curation.ingest.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curation.ingest.openproject.WebhookSignature;
import org.curation.ingest.openproject.WorkPackage;
import org.curation.ingest.source.Fields;
import org.curation.ingest.source.MalformedRecordException;
import org.curation.ingest.source.SourceItem;
import org.curation.model.CanonicalJson;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.curation.model.topic.Json;
import org.curation.service.metrics.StageObserver;

/**
 * Takes OpenProject's webhooks in. Nothing of a body is looked at before its signature was found
 * right, and nothing is called accepted before brokers have it.
 */
final class WebhookEndpoint implements Endpoint {
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int REMEMBERED = 10_000;

  private final Optional<WebhookSignature> signature;
  private final WebhookContext context;
  private final Accepted accepted;
  private final Storing storing;
  private final StageObserver observer;
  private final Clock clock;
  private final Expiring<Boolean> stored = new Expiring<>(WINDOW, REMEMBERED, any -> 1);

  WebhookEndpoint(
      Optional<WebhookSignature> signature,
      WebhookContext context,
      Accepted accepted,
      Storing storing,
      StageObserver observer,
      Clock clock) {
    this.signature = signature;
    this.context = context;
    this.accepted = accepted;
    this.storing = storing;
    this.observer = observer;
    this.clock = clock;
  }

  @Override
  public Answer answer(Call call) {
    call.requireType(Call.JSON);
    String claimed = call.header("X-OP-Signature").orElse("");
    if (!WebhookSignature.isOne(claimed)) {
      throw wrongSignature(); // before anything of the body is waited for
    }
    byte[] body = call.body();
    if (!signature.map(secrets -> secrets.matches(body, claimed)).orElse(false)) {
      throw wrongSignature();
    }
    JsonNode event = new JsonBody(body, call.place()).parse();
    requireSound(event);
    String action = Fields.text(event, "action");
    if (action == null) {
      throw Problem.of(
              Problem.Kind.BAD_REQUEST,
              "action: expected a text such as work_package:updated. Is this OpenProject's webhook?")
          .asException();
    }
    return switch (action) {
      case "work_package:created" -> take(event, SourceEvent.CREATED, body);
      case "work_package:updated" -> take(event, SourceEvent.UPDATED, body);
      default -> ignored();
    };
  }

  private static void requireSound(JsonNode event) {
    List<Problem.FieldError> errors =
        ForeignCharacters.in(event).stream()
            .map(place -> new Problem.FieldError(place, ForeignCharacters.EXPECTED))
            .toList();
    if (!errors.isEmpty()) {
      throw new Problem(
              Problem.Kind.BAD_REQUEST,
              "Nothing was stored: texts hold what can't be stored. Mend them in OpenProject.",
              errors,
              Map.of())
          .asException();
    }
  }

  private RuntimeException wrongSignature() {
    observer.settled("rejected", 1);
    return Problem.of(
            Problem.Kind.WRONG_SIGNATURE,
            "X-OP-Signature must be sha1= and the HMAC-SHA1 of the body. Set the same secret for the webhook in OpenProject and in ingest.api.webhook-secrets.")
        .asException();
  }

  private Answer ignored() {
    observer.settled("skipped", 1);
    ObjectNode body = Json.mapper().createObjectNode();
    return Answer.accepted(body.put("status", "ignored"));
  }

  private Answer take(JsonNode event, SourceEvent what, byte[] body) {
    storing.requireAccepted();
    WorkPackage item;
    WebhookContext.Resolved resolved;
    try {
      item = WorkPackage.of(event.path("work_package"));
      resolved = context.of(item);
    } catch (MalformedRecordException e) {
      throw Problem.of(Problem.Kind.BAD_REQUEST, "work_package." + e.getMessage() + ".")
          .asException();
    }
    // A webhook is no proof that an item lives again: it stays in the life that is known.
    long life = accepted.find(item.id()).map(known -> known.version().incarnation()).orElse(0L);
    Version version = new Version(life, item.number());
    String delivery =
        "%s/%s/%s/%s/%s"
            .formatted(what, item.id(), version, item.updatedAt(), CanonicalJson.sha256(body));
    ObjectNode answer = Json.mapper().createObjectNode();
    answer.put("id", item.id().toString()).put("version", version.toString());
    if (stored.find(delivery).isPresent()) {
      observer.settled("skipped", 1);
      return Answer.accepted(answer.put("status", "repeated"));
    }
    storing.store(
        List.of(
            new SourceItem.Curation(
                new RawCuration(
                    item.id(),
                    what,
                    version,
                    item.updatedAt(),
                    clock.instant(),
                    "webhook",
                    item.payload(),
                    resolved.context()))));
    if (resolved.complete()) {
      stored.put(delivery, true);
    }
    return Answer.accepted(answer.put("status", "accepted"));
  }
}
