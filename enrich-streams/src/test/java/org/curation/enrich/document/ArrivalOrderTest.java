package org.curation.enrich.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.enrich.claim.ClaimBook;
import org.curation.enrich.claim.ClaimsInMemory;
import org.curation.enrich.offering.OfferingIndex;
import org.curation.enrich.page.PageMetadata;
import org.curation.enrich.state.CurationEvent;
import org.curation.enrich.state.CurationState;
import org.curation.enrich.state.Resource;
import org.curation.model.Capture;
import org.curation.model.CaptureRequest;
import org.curation.model.ClaimResult;
import org.curation.model.CurationContext;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;
import org.curation.model.Document;
import org.curation.model.Offering;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/** Whatever order records, captures and offerings arrive in, the same documents come out. */
class ArrivalOrderTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final SiteConfiguration SITE = SiteConfiguration.load(Path.of("..", "site"));
  private static final Instant TIME = Instant.parse("2024-01-01T00:00:00Z");

  @Property(tries = 300)
  void shouldEndWithTheSameDocuments(@ForAll long seed) {
    assertThat(new World().play(new Random(seed))).isEqualTo(new World().play(null));
  }

  /** Three items with several versions each, two offerings, and a capture worker. */
  private static final class World {
    private final Enrichment enrichment = new Enrichment(SITE);
    private final ClaimBook claims = new ClaimBook(new ClaimsInMemory());
    private final OfferingIndex offerings = new OfferingIndex();
    private final Map<CurationId, CurationState> states = new TreeMap<>();
    private final Map<CurationId, Document> documents = new TreeMap<>();
    private final List<Runnable> pending = new ArrayList<>();

    Map<CurationId, String> play(@Nullable Random random) {
      for (RawCuration raw : records()) {
        pending.add(() -> react(raw.id(), new CurationEvent.Recorded(raw)));
      }
      pending.add(() -> offer(new Offering(1, "Kit", List.of("KLAS: Care"))));
      pending.add(() -> offer(new Offering(2, "App", List.of("KLAS: Care", "Other"))));
      while (!pending.isEmpty()) {
        pending.remove(random == null ? 0 : random.nextInt(pending.size())).run();
      }
      Map<CurationId, String> visible = new TreeMap<>();
      documents.forEach(
          (id, document) -> visible.put(id, document.state() + " " + document.contentHash()));
      visible.values().removeIf(text -> text.startsWith("UNPUBLISHED"));
      return visible;
    }

    private void offer(Offering offering) {
      offerings.change(offering.offeringId(), offering);
      List.copyOf(states.keySet()).forEach(id -> react(id, new CurationEvent.OfferingsChanged()));
    }

    private void react(CurationId id, CurationEvent event) {
      CurationState before = states.getOrDefault(id, CurationState.unknown(id));
      Reaction reaction = enrichment.react(before, event, "letter", offerings, NOW);
      states.put(id, reaction.after());
      for (Effect effect : reaction.effects()) {
        if (effect instanceof Effect.Publish publish) {
          documents.put(id, publish.document());
        } else if (effect instanceof Effect.Stake stake) {
          // One name's claims and one claimant's answers stay in order, as partitions keep them.
          for (ClaimResult result : claims.take(stake.claim())) {
            react(result.claimant(), new CurationEvent.ClaimAnswered(result));
          }
        } else if (effect instanceof Effect.Request ask) {
          pending.add(() -> react(id, answer(ask.request())));
        }
      }
    }

    private static CurationEvent answer(CaptureRequest request) {
      return new CurationEvent.Captured(
          request.key().resource(),
          request.number(),
          new Resource.Answer(
              Capture.Result.CAPTURED,
              null,
              PageMetadata.extract(
                  "<title>"
                      + request.url()
                      + "</title>"
                      + "<meta name=author content='"
                      + request.url()
                      + "'>"),
              null));
    }

    private static List<RawCuration> records() {
      List<RawCuration> records = new ArrayList<>();
      for (long version = 1; version <= 4; version++) {
        records.add(record(1, version, "Title", true));
        records.add(record(2, version, "Title", version % 2 == 0));
        records.add(record(3, version, "Title", true));
      }
      records.add(record(2, 4, "Title", false));
      // A fourth item whose newest version can't be shaped, and a fifth that was deleted before it.
      records.add(record(4, 1, "Title", true));
      records.add(record(4, 3, "Title", true));
      records.add(record(4, 9, " ", true));
      records.add(record(5, 2, "Title", true));
      records.add(
          new RawCuration(
              id(5), SourceEvent.DELETED, new Version(0, 2), null, TIME, "x", null, null));
      records.add(record(5, 9, " ", true));
      records.add(
          new RawCuration(
              id(3), SourceEvent.DELETED, new Version(0, 4), null, TIME, "x", null, null));
      return records;
    }

    private static RawCuration record(long number, long version, String title, boolean whole) {
      ObjectNode payload = Json.mapper().createObjectNode();
      payload.put("id", number).put("subject", title);
      payload.putObject("description").put("raw", "<p>Version " + version + "</p>");
      payload.put("updatedAt", "2024-01-0%dT00:00:00Z".formatted(Math.min(version, 9)));
      payload.put("createdAt", "2024-01-01T00:00:00Z");
      Map<String, JsonNode> fields =
          Map.of(
              "cleanUrl",
              TextNode.valueOf("https://care.example.org/%d/%d".formatted(number, version / 3)),
              "medigyTopics",
              TextNode.valueOf("KLAS: Care"));
      return new RawCuration(
          id(number),
          SourceEvent.UPDATED,
          new Version(0, version),
          TIME,
          TIME,
          "x",
          payload,
          new CurationContext(
              fields,
              new ProjectRef("1", "netspective-medigy-news", whole ? "News" : null),
              "Curated Content",
              null,
              whole ? "Ann" : null,
              null,
              null));
    }

    private static CurationId id(long number) {
      return new CurationId("open-project", Long.toString(number));
    }
  }
}
