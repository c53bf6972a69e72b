package org.curation.enrich.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.curation.enrich.archetype.LaneTreatment.Shaped;
import org.curation.enrich.claim.ClaimName;
import org.curation.enrich.gate.Verdict;
import org.curation.enrich.offering.Interest;
import org.curation.enrich.offering.OfferingIndex;
import org.curation.enrich.offering.Relation;
import org.curation.enrich.state.CurationState;
import org.curation.enrich.state.Emitted;
import org.curation.enrich.state.PinnedIdentity;
import org.curation.enrich.state.Resource;
import org.curation.model.Document;
import org.curation.model.Identity;
import org.curation.model.Identity.Origin;
import org.curation.model.Provenance;
import org.curation.model.RawCuration;
import org.jspecify.annotations.Nullable;

/** Brings what is published of a curation in line with one of its records. Pure. */
final class Publishing {
  /** What became of it. */
  sealed interface Outcome {
    /** All was told that there was to tell. */
    record Done(CurationState after, List<Effect> effects) implements Outcome {}

    /** The lane holds the document back, for this reason. */
    record Held(CurationState after, List<Effect> effects, String reason) implements Outcome {}

    /** It is being asked who has the names that the document wants; the answers come at once. */
    record Asking(CurationState after, List<Effect> effects) implements Outcome {}

    /** The record can't become a document; nothing was told that would need taking back. */
    record Unusable(String reason, String message) implements Outcome {}
  }

  private Publishing() {}

  /** Publishes a record's document, if its time has come and readers would see a difference. */
  static Outcome publish(
      CurationState state,
      RawCuration record,
      Classification.Shapeable shapeable,
      OfferingIndex offerings,
      Instant now) {
    return switch (Gate.of(shapeable.item(), shapeable.treatment(), now)) {
      case Verdict.Shut shut -> {
        List<Effect> effects = new ArrayList<>();
        yield new Outcome.Held(
            withdraw(state, record, shut.reason(), effects), effects, shut.reason());
      }
      case Verdict.Early early -> early(state, record, shapeable, early);
      case Verdict.Open open -> open(state, record, shapeable, offerings, now, open);
    };
  }

  /** What will be published is fetched now: until then the page may be gone. */
  private static Outcome early(
      CurationState state,
      RawCuration record,
      Classification.Shapeable shapeable,
      Verdict.Early early) {
    List<Effect> effects = new ArrayList<>();
    CurationState planned =
        ResourcePlan.wanted(state, shapeable.item(), shapeable.treatment(), effects)
            .withRelation(null)
            .withWakeAt(early.opensAt());
    CurationState hidden = unpublish(planned, record, early.reason(), effects);
    return new Outcome.Held(ClaimUpkeep.releaseAll(hidden, effects), effects, early.reason());
  }

  private static Outcome open(
      CurationState state,
      RawCuration record,
      Classification.Shapeable shapeable,
      OfferingIndex offerings,
      Instant now,
      Verdict.Open gate) {
    Shaped treatment = shapeable.treatment();
    List<Effect> effects = new ArrayList<>();
    PinnedIdentity identity = state.identity() != null ? state.identity() : assign(shapeable);
    CurationState planned =
        ResourcePlan.wanted(
                state.withIdentity(identity, state.addresses()),
                shapeable.item(),
                treatment,
                effects)
            .withRelation(relation(shapeable, offerings))
            .withWakeAt(gate.closesAt());
    if (treatment.holdForCapture() && !isPublished(planned) && hasPending(planned)) {
      return new Outcome.Held(planned, effects, "waits for its captures");
    }
    NameClaims names = new NameClaims(planned, Seniorities.of(shapeable.item(), identity), effects);
    return switch (new DocumentShaping(planned, record, identity, shapeable, gate, offerings, names)
        .shape()) {
      case Draft.Unusable unusable -> new Outcome.Unusable(unusable.reason(), unusable.message());
      case Draft.Waiting waiting ->
          // What can never be published claims nothing.
          DocumentSize.tooLarge(waiting.document())
              ? tooLarge(waiting.document())
              : new Outcome.Asking(names.in(remembered(planned, waiting.addresses())), effects);
      case Draft.Withheld withheld -> {
        CurationState idle =
            ClaimUpkeep.releaseOtherLinks(
                names.in(remembered(planned, withheld.addresses())), link(shapeable), effects);
        yield new Outcome.Held(
            unpublish(idle, record, withheld.reason(), effects), effects, withheld.reason());
      }
      case Draft.Shaped shaped ->
          DocumentSize.tooLarge(shaped.document())
              ? tooLarge(shaped.document())
              : shaped(
                  ClaimUpkeep.releaseOtherLinks(names.in(planned), link(shapeable), effects),
                  record,
                  identity,
                  shaped,
                  effects,
                  now);
    };
  }

  private static String link(Classification.Shapeable shapeable) {
    return ClaimName.link(shapeable.item().link());
  }

  /** Hugo builds no page whose date is to come; what it wouldn't show isn't published either. */
  private static Outcome shaped(
      CurationState state,
      RawCuration record,
      PinnedIdentity identity,
      Draft.Shaped shaped,
      List<Effect> effects,
      Instant now) {
    return switch (Gate.of(shaped.document(), now)) {
      case Verdict.Open open ->
          new Outcome.Done(
              publish(
                  state.withWakeAt(earlier(state.wakeAt(), open.closesAt())),
                  shaped.document(),
                  identity,
                  shaped.addresses(),
                  effects),
              effects);
      case Verdict.Early early ->
          new Outcome.Held(
              unpublish(
                  remembered(state, shaped.addresses()).withWakeAt(early.opensAt()),
                  record,
                  early.reason(),
                  effects),
              effects,
              early.reason());
      case Verdict.Shut shut ->
          new Outcome.Held(
              withdraw(
                  remembered(state, shaped.addresses()).withWakeAt(null),
                  record,
                  shut.reason(),
                  effects),
              effects,
              shut.reason());
    };
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  private static Outcome tooLarge(Document document) {
    return new Outcome.Unusable("too-large", DocumentSize.message(document));
  }

  private static CurationState remembered(CurationState state, Addresses addresses) {
    PinnedIdentity identity = state.identity();
    return identity == null ? state : state.withIdentity(identity, addresses.ever());
  }

  private static PinnedIdentity assign(Classification.Shapeable shapeable) {
    ObjectNode variables = new Variables(shapeable.item()).values();
    String documentId = shapeable.treatment().newDocumentId(variables);
    return new PinnedIdentity(documentId, null, Origin.ASSIGNED);
  }

  private static @Nullable Relation relation(
      Classification.Shapeable shapeable, OfferingIndex offerings) {
    Interest interest = ItemTopics.of(shapeable, offerings.table()).interest();
    return interest == null ? null : new Relation(interest, offerings.shown(interest));
  }

  private static CurationState publish(
      CurationState state,
      Document draft,
      PinnedIdentity identity,
      Addresses addresses,
      List<Effect> effects) {
    Emitted last = state.emitted();
    CurationState remembered = remembered(state, addresses);
    if (last != null
        && last.state() == Document.State.PUBLISHED
        && last.contentHash().equals(draft.contentHash())) {
      return remembered;
    }
    Document document = Revisions.next(draft, last);
    if (last == null || !found(last).equals(found(Emitted.of(document)))) {
      effects.add(
          new Effect.Pin(
              new Identity(
                  state.id(),
                  identity.documentId(),
                  identity.path(),
                  addresses.found(),
                  identity.origin())));
    }
    effects.add(new Effect.Publish(document));
    return remembered.withEmitted(Emitted.of(document), addresses.ever());
  }

  private static Set<String> found(Emitted document) {
    Set<String> found = new TreeSet<>(document.formerAddresses());
    found.add(document.address());
    return found;
  }

  /** Takes back what is published, if something is, and lets go of every name. */
  static CurationState withdraw(
      CurationState state, RawCuration record, String why, List<Effect> effects) {
    CurationState idle = ResourcePlan.nothing(state, effects).withRelation(null);
    return ClaimUpkeep.releaseAll(unpublish(idle, record, why, effects), effects);
  }

  private static CurationState unpublish(
      CurationState state, RawCuration record, String why, List<Effect> effects) {
    Emitted last = state.emitted();
    if (last == null || last.state() == Document.State.UNPUBLISHED) {
      return state;
    }
    Provenance provenance =
        new Provenance(
            record.origin(),
            null,
            null,
            List.of(new Provenance.Step("withdrawn", why, null)),
            List.of());
    Document document = Revisions.unpublished(state.id(), record.version(), last, provenance);
    effects.add(new Effect.Publish(document));
    return state.withEmitted(Emitted.of(document), state.addresses());
  }

  private static boolean isPublished(CurationState state) {
    return state.emitted() != null && state.emitted().state() == Document.State.PUBLISHED;
  }

  private static boolean hasPending(CurationState state) {
    return state.resources().values().stream().anyMatch(Resource::pending);
  }
}
