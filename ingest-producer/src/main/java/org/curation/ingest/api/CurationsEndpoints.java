package org.curation.ingest.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.curation.ingest.source.SourceItem;
import org.curation.model.AcceptedCuration;
import org.curation.model.AcceptedCuration.State;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/** Push of curations. All of a request is stored, or, when anything is wrong, nothing of it. */
final class CurationsEndpoints {
  private static final String SOURCE = "source";
  private static final String ORIGIN = "push";

  private final List<PushToken> tokens;
  private final KnownCurations known;
  private final Storing storing;
  private final IdempotencyKeys keys;
  private final ApiLimits limits;
  private final Clock clock;

  CurationsEndpoints(
      List<PushToken> tokens,
      KnownCurations known,
      Storing storing,
      IdempotencyKeys keys,
      ApiLimits limits,
      Clock clock) {
    this.tokens = tokens;
    this.known = known;
    this.storing = storing;
    this.keys = keys;
    this.limits = limits;
    this.clock = clock;
  }

  /** {@code POST /curations}. */
  Answer post(Call call) {
    PushToken token = PushToken.require(call, tokens);
    String source = token.source().orElse("");
    token.require(source);
    String type = call.requireType(Call.JSON, Call.LINES);
    byte[] body = call.body();
    return keys.once(
        call,
        token,
        body,
        clock.instant(),
        received ->
            store(
                Elements.of(new JsonBody(body, call.place()), type, limits.elements()),
                source,
                null,
                received));
  }

  /** {@code PUT /curations/{source}/{id}}. */
  Answer put(Call call) {
    PushToken token = PushToken.require(call, tokens);
    String source = call.path(SOURCE);
    token.require(source);
    call.requireType(Call.JSON);
    byte[] body = call.body();
    String id = call.path("id");
    return keys.once(
        call,
        token,
        body,
        clock.instant(),
        received ->
            store(
                List.of(new Elements("", new JsonBody(body, call.place()).parse())),
                source,
                id,
                received));
  }

  /** {@code DELETE /curations/{source}/{id}}. */
  Answer delete(Call call) {
    CurationId id = requireId(call);
    storing.requireAccepted();
    Version newest = known.newest(id).orElseThrow(() -> unknown(id));
    Version version =
        call.query("version").map(text -> known.next(id, number(text))).orElse(newest);
    if (version.compareTo(newest) < 0) {
      throw Problem.of(
              Problem.Kind.NOT_NEWER,
              "version: expected %d or more, which is known.".formatted(newest.number()))
          .asException();
    }
    storing.store(
        List.of(
            new SourceItem.Curation(
                new RawCuration(
                    id, SourceEvent.DELETED, version, null, clock.instant(), ORIGIN, null, null))));
    known.stored(id, version, true);
    return Answer.accepted(result(id, version));
  }

  /** {@code GET /curations/{source}/{id}}. */
  Answer get(Call call) {
    CurationId id = requireId(call);
    storing.requireAccepted();
    Version newest = known.newest(id).orElseThrow(() -> unknown(id));
    Optional<AcceptedCuration> accepted = known.accepted(id);
    ObjectNode body = result(id, newest);
    boolean undecided = known.undecided(id).isPresent();
    body.put("state", undecided ? "RECEIVED" : accepted.map(it -> it.state().name()).orElse(""));
    if (!undecided) {
      accepted.map(AcceptedCuration::lane).ifPresent(lane -> body.put("lane", lane));
      accepted.map(AcceptedCuration::reason).ifPresent(reason -> body.put("reason", reason));
    }
    return Answer.ok(body);
  }

  private Answer store(
      List<Elements> elements, String source, @Nullable String givenId, Instant now) {
    storing.requireAccepted();
    Checks checks = new Checks();
    Checks ages = new Checks();
    List<SourceItem> items = new ArrayList<>();
    ArrayNode results = Json.mapper().createArrayNode();
    Set<CurationId> ids = new HashSet<>();
    List<RawCuration> records = new ArrayList<>();
    for (Elements element : elements) {
      PushedCuration pushed = PushedCuration.read(element, source, givenId, now, checks);
      if (pushed == null) {
        continue;
      }
      if (!ids.add(pushed.id())) {
        checks.wrong(element.place(), "id", "an id that no other element has");
      }
      Version version = known.next(pushed.id(), pushed.number());
      known
          .obstacle(pushed.id(), version)
          .ifPresent(expected -> ages.wrong(element.place(), "version", expected));
      if (!checks.any()) {
        RawCuration raw = raw(pushed, version, now);
        records.add(raw);
        items.add(new SourceItem.Curation(raw));
        results.add(result(pushed.id(), version));
      }
    }
    checks.throwIfAny();
    ages.throwIfAny(Problem.Kind.NOT_NEWER);
    storing.store(items);
    records.forEach(raw -> known.stored(raw.id(), raw.version(), false));
    ObjectNode answer = Json.mapper().createObjectNode();
    answer.set("curations", results);
    return Answer.accepted(answer);
  }

  private RawCuration raw(PushedCuration pushed, Version version, Instant now) {
    boolean fresh = known.accepted(pushed.id()).filter(it -> it.state() != State.DELETED).isEmpty();
    return new RawCuration(
        pushed.id(),
        fresh ? SourceEvent.CREATED : SourceEvent.UPDATED,
        version,
        pushed.updatedAt(),
        now,
        ORIGIN,
        pushed.payload(),
        pushed.context());
  }

  private CurationId requireId(Call call) {
    PushToken token = PushToken.require(call, tokens);
    token.require(call.path(SOURCE));
    return PushedCuration.idOf(call.path(SOURCE), call.path("id"))
        .orElseThrow(
            () ->
                Problem.of(Problem.Kind.NOT_FOUND, "No curation can have this id.").asException());
  }

  private static long number(String text) {
    if (text.matches("[0-9]{1,18}")) {
      return Long.parseLong(text);
    }
    throw Problem.of(Problem.Kind.BAD_REQUEST, "version: expected a whole number from 0.")
        .asException();
  }

  private static ProblemException unknown(CurationId id) {
    return Problem.of(Problem.Kind.NOT_FOUND, "No version of %s is known.".formatted(id))
        .asException();
  }

  private static ObjectNode result(CurationId id, Version version) {
    ObjectNode result = Json.mapper().createObjectNode();
    result.put("id", id.toString()).put("version", version.number());
    ObjectNode links = result.putObject("links");
    links.put("self", "/curations/%s/%s".formatted(id.source(), id.sourceId()));
    return result;
  }
}
