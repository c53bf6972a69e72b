package org.curation.enrich.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.curation.enrich.offering.OfferingIndex;
import org.curation.enrich.record.Payloads;
import org.curation.enrich.state.CurationState;
import org.curation.enrich.state.Rejection;
import org.curation.enrich.state.VersionGuard;
import org.curation.model.AcceptedCuration;
import org.curation.model.AcceptedCuration.State;
import org.curation.model.CanonicalJson;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/**
 * Brings what was told to the world in line with a state: publishes, withdraws, asks for captures,
 * rejects. Settling an unchanged state tells nothing.
 */
final class Settlement {
  private final Classifier classifier;

  Settlement(Classifier classifier) {
    this.classifier = classifier;
  }

  /** The state after a record has arrived, whatever its age. */
  CurationState take(CurationState before, RawCuration arrived, String letterId) {
    RawCuration newest = VersionGuard.newest(before.record(), arrived);
    boolean known = before.recordLetter() != null && newest.equals(before.record());
    String letter = known ? before.recordLetter() : letterId;
    if (counts(newest)) {
      return before.withRecord(newest, letter, null);
    }
    // What is published follows the newest record that counts, in whatever order they come.
    RawCuration fallback = before.fallback();
    if (before.record() != null && counts(before.record())) {
      fallback = VersionGuard.newest(fallback, before.record());
    }
    if (counts(arrived)) {
      fallback = VersionGuard.newest(fallback, arrived);
    }
    return before.withRecord(newest, letter, fallback);
  }

  Reaction settle(CurationState state, String letterId, OfferingIndex offerings, Instant now) {
    RawCuration record = state.record();
    if (record == null) {
      return new Reaction(state, List.of());
    }
    Reaction settled = settle(state.withWakeAt(null), record, letterId, offerings, now);
    List<Effect> effects = new ArrayList<>(settled.effects());
    CurationState after = settled.after();
    if (ClaimUpkeep.stuck(after)) {
      // What is published can't be brought elsewhere, and an older item waits for its place.
      after = Publishing.withdraw(after, record, "its address belongs to an older item", effects);
    }
    return new Reaction(ClaimUpkeep.yieldUnused(after, effects), effects);
  }

  private Reaction settle(
      CurationState state,
      RawCuration record,
      String letterId,
      OfferingIndex offerings,
      Instant now) {
    List<Effect> effects = new ArrayList<>();
    if (record.event() == SourceEvent.DELETED) {
      return accept(deleted(state, record, effects), record, State.DELETED, null, null, effects);
    }
    return switch (classifier.classify(record)) {
      case Classification.Unusable unusable ->
          reject(state, record, unusable.reason(), unusable.message(), letterId, offerings, now);
      case Classification.Ignored ignored ->
          accept(
              ignored(state, record, ignored, effects),
              record,
              State.IGNORED,
              ignored.lane().name(),
              ignored.reason(),
              effects);
      case Classification.Shapeable shapeable ->
          publish(state, record, shapeable, letterId, offerings, now);
    };
  }

  private Reaction publish(
      CurationState state,
      RawCuration record,
      Classification.Shapeable shapeable,
      String letterId,
      OfferingIndex offerings,
      Instant now) {
    String lane = shapeable.lane().name();
    return switch (Publishing.publish(state, record, shapeable, offerings, now)) {
      case Publishing.Outcome.Done done ->
          accept(
              done.after(), record, State.PUBLISHED, lane, null, new ArrayList<>(done.effects()));
      case Publishing.Outcome.Held held ->
          accept(
              held.after(),
              record,
              State.WAITING,
              lane,
              held.reason(),
              new ArrayList<>(held.effects()));
      case Publishing.Outcome.Asking asking -> new Reaction(asking.after(), asking.effects());
      case Publishing.Outcome.Unusable unusable ->
          reject(state, record, unusable.reason(), unusable.message(), letterId, offerings, now);
    };
  }

  /** A record that can't be shaped leaves what is published to the newest one that can. */
  private Reaction reject(
      CurationState state,
      RawCuration record,
      String reason,
      String message,
      String letterId,
      OfferingIndex offerings,
      Instant now) {
    List<Effect> effects = new ArrayList<>();
    CurationState after = fallBack(state, offerings, now, effects);
    String fingerprint = fingerprint(record, reason);
    Rejection known = state.rejection();
    if (known != null && known.fingerprint().equals(fingerprint)) {
      return new Reaction(after, effects);
    }
    if (known != null) {
      effects.add(new Effect.Resolve(known.letterId()));
    }
    String told = "%s It was read from %s.".formatted(message, record.origin());
    String letter = state.recordLetter() == null ? letterId : state.recordLetter();
    effects.add(
        letter.equals(letterId)
            ? new Effect.Reject(reason, told)
            : new Effect.RejectRecord(letter, record, reason, told));
    AcceptedCuration accepted = accepted(state, record, State.DEAD_LETTERED, null, reason);
    effects.add(new Effect.Accept(accepted));
    return new Reaction(after.withAccepted(accepted, new Rejection(letter, fingerprint)), effects);
  }

  private CurationState fallBack(
      CurationState state, OfferingIndex offerings, Instant now, List<Effect> effects) {
    RawCuration fallback = state.fallback();
    if (fallback == null) {
      return state;
    }
    if (fallback.event() == SourceEvent.DELETED) {
      return deleted(state, fallback, effects);
    }
    return switch (classifier.classify(fallback)) {
      case Classification.Unusable unusable -> state;
      case Classification.Ignored ignored -> ignored(state, fallback, ignored, effects);
      case Classification.Shapeable shapeable ->
          switch (Publishing.publish(state, fallback, shapeable, offerings, now)) {
            case Publishing.Outcome.Done done -> {
              effects.addAll(done.effects());
              yield done.after();
            }
            case Publishing.Outcome.Held held -> {
              effects.addAll(held.effects());
              yield held.after();
            }
            case Publishing.Outcome.Asking asking -> {
              effects.addAll(asking.effects());
              yield asking.after();
            }
            case Publishing.Outcome.Unusable unusable -> state;
          };
    };
  }

  private boolean counts(RawCuration record) {
    return record.event() == SourceEvent.DELETED
        || !(classifier.classify(record) instanceof Classification.Unusable);
  }

  private static CurationState deleted(
      CurationState state, RawCuration record, List<Effect> effects) {
    return Publishing.withdraw(state, record, "deleted in the source", effects);
  }

  private static CurationState ignored(
      CurationState state,
      RawCuration record,
      Classification.Ignored ignored,
      List<Effect> effects) {
    String why = "lane " + ignored.lane().name() + ": " + ignored.reason();
    return Publishing.withdraw(state, record, why, effects);
  }

  private static String fingerprint(RawCuration record, String reason) {
    ObjectNode failure = Json.mapper().createObjectNode();
    failure.put("reason", reason).put("version", record.version().toString());
    failure.set("payload", record.payload());
    return CanonicalJson.sha256(failure);
  }

  private static Reaction accept(
      CurationState state,
      RawCuration record,
      State outcome,
      @Nullable String lane,
      @Nullable String reason,
      List<Effect> effects) {
    AcceptedCuration accepted = accepted(state, record, outcome, lane, reason);
    if (state.rejection() != null) {
      effects.add(new Effect.Resolve(state.rejection().letterId()));
    }
    if (!accepted.equals(state.accepted())) {
      effects.add(new Effect.Accept(accepted));
    }
    return new Reaction(state.withAccepted(accepted, null), effects);
  }

  private static AcceptedCuration accepted(
      CurationState state,
      RawCuration record,
      State outcome,
      @Nullable String lane,
      @Nullable String reason) {
    return new AcceptedCuration(
        state.id(),
        record.version(),
        outcome,
        lane,
        reason,
        Payloads.isArchived(record) ? true : null);
  }
}
