package org.curation.standalone;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.enrich.claim.ClaimBook;
import org.curation.enrich.claim.ClaimsInMemory;
import org.curation.enrich.document.Effect;
import org.curation.enrich.document.Enrichment;
import org.curation.enrich.document.Reaction;
import org.curation.enrich.offering.OfferingIndex;
import org.curation.enrich.state.CurationEvent;
import org.curation.enrich.state.CurationState;
import org.curation.model.Document;
import org.curation.model.RawCuration;

/** Documents of records by the functional core, without Kafka and without captures. */
final class PureRun {
  private final Enrichment enrichment;
  private final OfferingIndex offerings = new OfferingIndex();
  private final ClaimBook claims = new ClaimBook(new ClaimsInMemory());

  PureRun(SiteConfiguration site) {
    this.enrichment = new Enrichment(site);
  }

  /** What is published of one record; names are those that it claims as the only one. */
  List<Document> documents(RawCuration raw) {
    List<Document> documents = new ArrayList<>();
    CurationState state = CurationState.unknown(raw.id());
    Deque<CurationEvent> events = new ArrayDeque<>(List.of(new CurationEvent.Recorded(raw)));
    while (!events.isEmpty()) {
      Reaction reaction =
          enrichment.react(
              state, events.remove(), "test", offerings, Instant.parse("2026-01-01T00:00:00Z"));
      state = reaction.after();
      for (Effect effect : reaction.effects()) {
        if (effect instanceof Effect.Publish publish) {
          documents.add(publish.document());
        } else if (effect instanceof Effect.Stake stake) {
          claims.take(stake.claim()).stream()
              .filter(result -> result.claimant().equals(raw.id()))
              .forEach(result -> events.add(new CurationEvent.ClaimAnswered(result)));
        }
      }
    }
    return documents;
  }
}
