package org.curation.enrich.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.curation.enrich.archetype.Lane;
import org.curation.enrich.archetype.LaneTreatment.Shaped;
import org.curation.enrich.offering.OfferingIndex;
import org.curation.enrich.state.CurationState;
import org.curation.enrich.state.Emitted;
import org.curation.enrich.state.PinnedIdentity;
import org.curation.enrich.state.Rejection;
import org.curation.model.AcceptedCuration;
import org.curation.model.AcceptedCuration.State;
import org.curation.model.CanonicalJson;
import org.curation.model.Document;
import org.curation.model.Identity;
import org.curation.model.Identity.Origin;
import org.curation.model.Provenance;
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

  Reaction settle(CurationState state, String letterId, OfferingIndex offerings) {
    RawCuration record = state.record();
    List<Effect> effects = new ArrayList<>();
    if (record == null) {
      return new Reaction(state, effects);
    }
    if (record.event() == SourceEvent.DELETED) {
      CurationState after = withdraw(state, record, "deleted in the source", effects);
      return accept(after, record, State.DELETED, null, null, effects);
    }
    return switch (classifier.classify(record)) {
      case Classification.Unusable unusable ->
          reject(state, record, unusable.reason(), unusable.message(), letterId, effects);
      case Classification.Ignored ignored ->
          accept(
              withdraw(
                  state,
                  record,
                  "lane " + ignored.lane().name() + ": " + ignored.reason(),
                  effects),
              record,
              State.IGNORED,
              ignored.lane().name(),
              ignored.reason(),
              effects);
      case Classification.Shapeable shapeable ->
          shape(state, record, shapeable, letterId, offerings, effects);
    };
  }

  private static Reaction shape(
      CurationState state,
      RawCuration record,
      Classification.Shapeable shapeable,
      String letterId,
      OfferingIndex offerings,
      List<Effect> effects) {
    Lane lane = shapeable.lane();
    Shaped treatment = shapeable.treatment();
    PinnedIdentity identity = state.identity() != null ? state.identity() : assign(shapeable);
    CurationState planned =
        ResourcePlan.wanted(
            state.withIdentity(identity, state.addresses()),
            shapeable.item(),
            treatment.featuredImage() != null,
            effects);
    planned = planned.withCategories(categories(shapeable));
    if (treatment.holdForCapture() && !isPublished(planned) && hasPending(planned)) {
      return accept(planned, record, State.WAITING, lane.name(), "waits for its captures", effects);
    }
    return switch (DocumentShaping.shape(planned, record, identity, shapeable, offerings)) {
      case Draft.Unusable unusable ->
          reject(state, record, unusable.reason(), unusable.message(), letterId, effects);
      case Draft.Shaped shaped -> {
        Document document = shaped.document();
        if (DocumentSize.tooLarge(document)) {
          yield reject(
              state, record, "too-large", DocumentSize.message(document), letterId, effects);
        }
        CurationState after = publish(planned, document, identity, shaped.addresses(), effects);
        yield accept(after, record, State.PUBLISHED, lane.name(), null, effects);
      }
    };
  }

  private static PinnedIdentity assign(Classification.Shapeable shapeable) {
    ObjectNode variables = new Variables(shapeable.item()).values();
    String documentId = shapeable.treatment().newDocumentId(variables);
    return new PinnedIdentity(documentId, null, Origin.ASSIGNED);
  }

  private static List<String> categories(Classification.Shapeable shapeable) {
    Shaped treatment = shapeable.treatment();
    return treatment.relatedOfferings() == 0
        ? List.of()
        : DocumentShaping.topics(shapeable.item(), treatment).names().stream()
            .distinct()
            .sorted()
            .toList();
  }

  private static CurationState publish(
      CurationState state,
      Document draft,
      PinnedIdentity identity,
      Addresses addresses,
      List<Effect> effects) {
    Emitted last = state.emitted();
    if (last != null
        && last.state() == Document.State.PUBLISHED
        && last.contentHash().equals(draft.contentHash())) {
      return state;
    }
    Document document = Revisions.next(draft, last);
    if (!state.addresses().equals(addresses.ever()) || last == null) {
      effects.add(
          new Effect.Pin(
              new Identity(
                  state.id(),
                  identity.documentId(),
                  identity.path(),
                  addresses.ever(),
                  identity.origin())));
    }
    effects.add(new Effect.Publish(document));
    return state.withEmitted(Emitted.of(document), addresses.ever());
  }

  private static CurationState withdraw(
      CurationState state, RawCuration record, String why, List<Effect> effects) {
    CurationState idle = ResourcePlan.nothing(state).withCategories(List.of());
    Emitted last = state.emitted();
    if (last == null || last.state() == Document.State.UNPUBLISHED) {
      return idle;
    }
    Provenance provenance =
        new Provenance(
            record.origin(), null, null, List.of(new Provenance.Step("withdrawn", why, null)));
    Document document = Revisions.unpublished(state.id(), record.version(), last, provenance);
    effects.add(new Effect.Publish(document));
    return idle.withEmitted(Emitted.of(document), state.addresses());
  }

  /** A record that can't be shaped leaves the document that is there as it is. */
  private static Reaction reject(
      CurationState state,
      RawCuration record,
      String reason,
      String message,
      String letterId,
      List<Effect> effects) {
    effects.clear();
    ObjectNode failure = Json.mapper().createObjectNode();
    failure.put("reason", reason).put("version", record.version().toString());
    failure.set("payload", record.payload());
    String fingerprint = CanonicalJson.sha256(failure);
    Rejection known = state.rejection();
    if (known != null && known.fingerprint().equals(fingerprint)) {
      return new Reaction(state, effects);
    }
    if (known != null) {
      effects.add(new Effect.Resolve(known.letterId()));
    }
    effects.add(new Effect.Reject(reason, message));
    AcceptedCuration accepted =
        new AcceptedCuration(state.id(), record.version(), State.DEAD_LETTERED, null, reason);
    effects.add(new Effect.Accept(accepted));
    return new Reaction(
        state.withAccepted(accepted, new Rejection(letterId, fingerprint)), effects);
  }

  private static Reaction accept(
      CurationState state,
      RawCuration record,
      State outcome,
      @Nullable String lane,
      @Nullable String reason,
      List<Effect> effects) {
    AcceptedCuration accepted =
        new AcceptedCuration(state.id(), record.version(), outcome, lane, reason);
    if (state.rejection() != null) {
      effects.add(new Effect.Resolve(state.rejection().letterId()));
    }
    if (!accepted.equals(state.accepted())) {
      effects.add(new Effect.Accept(accepted));
    }
    return new Reaction(state.withAccepted(accepted, null), effects);
  }

  private static boolean isPublished(CurationState state) {
    return state.emitted() != null && state.emitted().state() == Document.State.PUBLISHED;
  }

  private static boolean hasPending(CurationState state) {
    return state.resources().values().stream()
        .anyMatch(org.curation.enrich.state.Resource::pending);
  }
}
