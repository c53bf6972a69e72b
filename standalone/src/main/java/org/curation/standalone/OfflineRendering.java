package org.curation.standalone;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.enrich.claim.ClaimBook;
import org.curation.enrich.claim.ClaimsInMemory;
import org.curation.enrich.document.Effect;
import org.curation.enrich.document.Enrichment;
import org.curation.enrich.document.Reaction;
import org.curation.enrich.gate.FieldWatch;
import org.curation.enrich.offering.OfferingIndex;
import org.curation.enrich.state.CurationEvent;
import org.curation.enrich.state.CurationState;
import org.curation.enrich.state.Resource;
import org.curation.ingest.capture.DryCapture;
import org.curation.ingest.capture.RecordedResources;
import org.curation.ingest.files.DirectorySource;
import org.curation.ingest.openproject.WebhookSignature;
import org.curation.ingest.published.IdentityImport;
import org.curation.ingest.published.PublishedSite;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.source.SourceItem;
import org.curation.model.AcceptedCuration;
import org.curation.model.Capture;
import org.curation.model.CaptureRequest;
import org.curation.model.CurationId;
import org.curation.model.Document;
import org.curation.model.Identity;
import org.curation.sink.hugo.DocumentFile;

/**
 * The functional core on a directory of saved records, without Kafka: what the lanes make of them.
 * For use once, by one thread.
 */
public final class OfflineRendering {
  private final FieldWatch fields = new FieldWatch(warning -> {});
  private final Enrichment enrichment;
  private final DryCapture captures;
  private final OfferingIndex offerings;
  private final ClaimBook claims = new ClaimBook(new ClaimsInMemory());
  private final Map<CurationId, CurationState> states = new TreeMap<>();
  private final Map<CurationId, Document> documents = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private final Map<CurationId, String> waiting = new TreeMap<>();
  private final Clock clock;

  /** Works by a site's lanes; captures are answered from the directory. */
  public OfflineRendering(SiteConfiguration site, Path from, Clock clock) {
    this.enrichment = new Enrichment(site, fields);
    this.offerings = new OfferingIndex(site.topics());
    this.captures = new DryCapture(new RecordedResources(from));
    this.clock = clock;
  }

  /**
   * Renders everything.
   *
   * @return the documents' bytes by their path
   */
  public Map<String, byte[]> render(
      Path from, Optional<WebhookSignature> verifier, Optional<Path> published) {
    DirectorySource source =
        new DirectorySource(
            from, verifier, AcceptedIndex.empty(), DirectorySource.Options.defaults());
    published
        .map(PublishedSite::read)
        .map(site -> IdentityImport.of(site, source.links()))
        .ifPresent(imported -> imported.identities().forEach(this::identified));
    source.read(this::take);
    Map<String, byte[]> rendered = new TreeMap<>();
    documents
        .values()
        .forEach(document -> rendered.put(document.path(), DocumentFile.render(document).bytes()));
    return rendered;
  }

  /** The lane of each rendered document, by the document's path. */
  public Map<String, String> lanes() {
    Map<String, String> lanes = new TreeMap<>();
    documents
        .values()
        .forEach(
            document -> lanes.put(document.path(), String.valueOf(document.provenance().lane())));
    return lanes;
  }

  private void outcome(CurationId id, AcceptedCuration accepted) {
    if (accepted.state() == AcceptedCuration.State.WAITING) {
      waiting.put(id, String.valueOf(accepted.reason()));
    } else {
      waiting.remove(id);
    }
  }

  /** What is not published yet, with the reasons. */
  public Map<CurationId, String> waiting() {
    return new TreeMap<>(waiting);
  }

  /** What nothing is wrong with, but nobody can have meant, for people. */
  public List<String> warnings() {
    return fields.unknown();
  }

  /** What could not be rendered, for people. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  private void take(SourceItem item) {
    switch (item) {
      case SourceItem.Curation curation ->
          react(curation.raw().id(), new CurationEvent.Recorded(curation.raw()));
      case SourceItem.OfferingItem offering ->
          offerings.change(offering.offering().offeringId(), offering.offering());
      case SourceItem.OfferingWithdrawn withdrawn -> offerings.change(withdrawn.offeringId(), null);
      case SourceItem.Rejected rejected ->
          problems.add(rejected.origin() + ": " + rejected.reason());
      case SourceItem.Undecodable undecodable -> problems.add(undecodable.letter().message());
      case SourceItem.Skipped skipped -> {
        // Nothing to render.
      }
    }
  }

  private void identified(Identity identity) {
    react(identity.id(), new CurationEvent.Identified(identity));
  }

  private void react(CurationId id, CurationEvent first) {
    Deque<Addressed> events = new ArrayDeque<>(List.of(new Addressed(id, first)));
    while (!events.isEmpty()) {
      react(events.remove(), events);
    }
  }

  private record Addressed(CurationId id, CurationEvent event) {}

  private void react(Addressed addressed, Deque<Addressed> events) {
    CurationId id = addressed.id();
    CurationState before = states.getOrDefault(id, CurationState.unknown(id));
    Reaction reaction =
        enrichment.react(before, addressed.event(), "offline/" + id, offerings, clock.instant());
    states.put(id, reaction.after());
    for (Effect effect : reaction.effects()) {
      switch (effect) {
        case Effect.Publish publish -> keep(publish.document());
        case Effect.Request ask -> events.add(new Addressed(id, answer(ask.request())));
        case Effect.CancelRequest cancel -> {
          // Nothing is fetched twice here.
        }
        case Effect.Stake stake ->
            claims
                .take(stake.claim())
                .forEach(
                    result ->
                        events.add(
                            new Addressed(
                                result.claimant(), new CurationEvent.ClaimAnswered(result))));
        case Effect.Reject reject -> problems.add(id + ": " + reject.message());
        case Effect.RejectRecord reject -> problems.add(id + ": " + reject.message());
        case Effect.Pin pin -> {
          // Identities matter to the next run only.
        }
        case Effect.Accept accept -> outcome(id, accept.accepted());
        case Effect.Resolve resolved -> {
          // Letters matter to the log only.
        }
      }
    }
  }

  private void keep(Document document) {
    if (document.state() == Document.State.PUBLISHED) {
      documents.put(document.id(), document);
    } else {
      documents.remove(document.id());
    }
  }

  private CurationEvent answer(CaptureRequest request) {
    Capture capture = captures.capture(request, clock.instant());
    return new CurationEvent.Captured(
        request.key().resource(), request.number(), Resource.Answer.of(capture));
  }
}
