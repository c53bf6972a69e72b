package org.curation.enrich.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.enrich.claim.ClaimBook;
import org.curation.enrich.claim.ClaimName;
import org.curation.enrich.claim.ClaimsInMemory;
import org.curation.enrich.offering.OfferingIndex;
import org.curation.enrich.state.Claimed;
import org.curation.enrich.state.CurationEvent;
import org.curation.enrich.state.CurationState;
import org.curation.model.Claim;
import org.curation.model.ClaimResult;
import org.curation.model.CurationId;
import org.curation.model.Document;
import org.curation.model.RawCuration;

/**
 * Curations and claims as they meet on topics: what one sender tells one receiver stays in order,
 * everything else may overtake everything else. After each step no two documents share a name.
 */
final class ClaimWorld {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final Enrichment enrichment;
  private final ClaimBook book = new ClaimBook(new ClaimsInMemory());
  private final OfferingIndex offerings = new OfferingIndex();
  private final Map<CurationId, CurationState> states = new TreeMap<>();
  private final Map<CurationId, Document> documents = new TreeMap<>();
  private final Map<String, Deque<Runnable>> channels = new LinkedHashMap<>();
  private final List<String> letters = new ArrayList<>();

  ClaimWorld(SiteConfiguration site) {
    this.enrichment = new Enrichment(site);
  }

  /** Plays the records; those of one curation arrive in their order, without a random all do. */
  ClaimWorld play(List<RawCuration> records, Random random) {
    for (RawCuration raw : records) {
      send("raw/" + raw.id(), () -> react(raw.id(), new CurationEvent.Recorded(raw)));
    }
    while (!channels.isEmpty()) {
      List<String> names = List.copyOf(channels.keySet());
      String name = names.get(random.nextInt(names.size()));
      Deque<Runnable> channel = channels.get(name);
      Runnable next = channel.remove();
      if (channel.isEmpty()) {
        channels.remove(name);
      }
      next.run();
      assertNamesAreUnique();
    }
    assertThat(states.values())
        .allSatisfy(
            state ->
                assertThat(state.claims().values())
                    .noneMatch(Claimed::pending)
                    .noneMatch(Claimed::revoked));
    return this;
  }

  /** What readers see, by curation. */
  Map<CurationId, Document> published() {
    Map<CurationId, Document> published = new TreeMap<>(documents);
    published.values().removeIf(document -> document.state() == Document.State.UNPUBLISHED);
    return published;
  }

  /** What readers see, as text that differs where they see a difference. */
  Map<CurationId, String> visible() {
    Map<CurationId, String> visible = new TreeMap<>();
    published()
        .forEach(
            (id, document) ->
                visible.put(
                    id,
                    "%s %s %s %s"
                        .formatted(
                            document.address(),
                            document.formerAddresses(),
                            document.path(),
                            document.contentHash())));
    return visible;
  }

  List<String> letters() {
    return letters;
  }

  private void send(String channel, Runnable message) {
    channels.computeIfAbsent(channel, each -> new ArrayDeque<>()).add(message);
  }

  private void react(CurationId id, CurationEvent event) {
    CurationState before = states.getOrDefault(id, CurationState.unknown(id));
    Reaction reaction = enrichment.react(before, event, "letter", offerings, NOW);
    states.put(id, reaction.after());
    for (Effect effect : reaction.effects()) {
      if (effect instanceof Effect.Publish publish) {
        documents.put(id, publish.document());
      } else if (effect instanceof Effect.Stake stake) {
        Claim claim = stake.claim();
        send("claim/" + id + "/" + claim.name(), () -> decide(claim));
      } else if (effect instanceof Effect.Reject reject) {
        letters.add(id + " " + reject.reason());
      }
    }
  }

  private void decide(Claim claim) {
    for (ClaimResult result : book.take(claim)) {
      send(
          "result/" + result.name() + "/" + result.claimant(),
          () -> react(result.claimant(), new CurationEvent.ClaimAnswered(result)));
    }
  }

  private void assertNamesAreUnique() {
    Map<String, CurationId> owners = new HashMap<>();
    published()
        .values()
        .forEach(
            document -> {
              List<String> names = new ArrayList<>();
              names.add(ClaimName.path(document.path()));
              names.add(ClaimName.address(document.address()));
              document.formerAddresses().forEach(each -> names.add(ClaimName.address(each)));
              for (String name : names) {
                CurationId other = owners.put(name, document.id());
                assertThat(other == null || other.equals(document.id()))
                    .as("%s is used by %s and %s", name, other, document.id())
                    .isTrue();
              }
            });
  }
}
