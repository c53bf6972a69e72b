package org.curation.enrich.document;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.enrich.gate.FieldWatch;
import org.curation.enrich.offering.OfferingIndex;
import org.curation.enrich.state.Claimed;
import org.curation.enrich.state.CurationEvent;
import org.curation.enrich.state.CurationState;
import org.curation.enrich.state.PinnedIdentity;
import org.curation.enrich.state.Resource;
import org.curation.model.ClaimResult;
import org.curation.model.Identity;
import org.jspecify.annotations.Nullable;

/**
 * The functional core: takes one event into the state of one curation and says what follows. No
 * clock of its own, no network, no randomness. Safe for use by threads; the offering index belongs
 * to the caller's thread.
 */
public final class Enrichment {
  private final Settlement settlement;

  /** Works by a site's lanes and archetypes. */
  public Enrichment(SiteConfiguration site) {
    this(site, new FieldWatch(warning -> {}));
  }

  /** The same, and tells which fields the items have. */
  public Enrichment(SiteConfiguration site, FieldWatch fields) {
    this.settlement = new Settlement(new Classifier(site, fields));
  }

  /**
   * Takes in an event.
   *
   * @param letterId what a dead letter about this event would be called
   * @param now decides when something is published, never what
   */
  public Reaction react(
      CurationState before,
      CurationEvent event,
      String letterId,
      OfferingIndex offerings,
      Instant now) {
    return switch (event) {
      case CurationEvent.Recorded recorded ->
          settlement.settle(
              settlement.take(before, recorded.raw(), letterId), letterId, offerings, now);
      case CurationEvent.Identified identified ->
          identified(before, identified.identity(), letterId, offerings, now);
      case CurationEvent.Captured captured -> captured(before, captured, letterId, offerings, now);
      case CurationEvent.ClaimAnswered answered ->
          answered(before, answered.result(), letterId, offerings, now);
      case CurationEvent.OfferingsChanged changed ->
          settlement.settle(before, letterId, offerings, now);
      case CurationEvent.TimeCame came -> settlement.settle(before, letterId, offerings, now);
    };
  }

  private Reaction identified(
      CurationState before,
      Identity identity,
      String letterId,
      OfferingIndex offerings,
      Instant now) {
    PinnedIdentity pinned = before.identity();
    if (pinned == null) {
      PinnedIdentity adopted =
          new PinnedIdentity(identity.documentId(), identity.path(), identity.origin());
      return settlement.settle(
          before.withIdentity(adopted, identity.addresses()), letterId, offerings, now);
    }
    boolean ours = identity.origin() == Identity.Origin.ASSIGNED;
    if (ours || agrees(before, pinned, identity)) {
      return new Reaction(before, List.of());
    }
    return new Reaction(
        before,
        List.of(
            new Effect.Reject(
                "identity-already-pinned",
                "%s is already published as \"%s\"; the imported id \"%s\" is refused. Import a published site before its items are ingested for the first time."
                    .formatted(before.id(), pinned.documentId(), identity.documentId()))));
  }

  /** A site that we published ourselves may be imported again: it says what is so already. */
  private static boolean agrees(CurationState state, PinnedIdentity pinned, Identity identity) {
    String path = identity.path();
    return pinned.documentId().equals(identity.documentId())
        && (path == null
            || path.equals(pinned.path())
            || (state.emitted() != null && path.equals(state.emitted().path())));
  }

  private Reaction answered(
      CurationState before,
      ClaimResult result,
      String letterId,
      OfferingIndex offerings,
      Instant now) {
    Claimed claimed = before.claims().get(result.name());
    if (claimed == null || !claimed.expects(result)) {
      return new Reaction(before, List.of());
    }
    var claims = new TreeMap<>(before.claims());
    claims.put(result.name(), claimed.answered(result));
    CurationState after = before.withClaims(claims);
    if (claims.values().stream().anyMatch(Claimed::pending)) {
      // Nothing can be published before the last answer: shaping it each time would be for nothing.
      // Nobody waits in a circle for that, as each waits for younger ones only.
      return new Reaction(after, List.of());
    }
    return settlement.settle(after, letterId, offerings, now);
  }

  private Reaction captured(
      CurationState before,
      CurationEvent.Captured captured,
      String letterId,
      OfferingIndex offerings,
      Instant now) {
    @Nullable Resource asked = before.resources().get(captured.resource());
    if (asked == null || asked.number() != captured.requestNumber() || asked.url().isEmpty()) {
      return new Reaction(before, List.of());
    }
    var resources = new TreeMap<>(before.resources());
    resources.put(captured.resource(), asked.answered(captured.answer()));
    return settlement.settle(before.withResources(resources), letterId, offerings, now);
  }
}
