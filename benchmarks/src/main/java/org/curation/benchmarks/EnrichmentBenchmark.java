package org.curation.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.enrich.claim.ClaimBook;
import org.curation.enrich.claim.ClaimsInMemory;
import org.curation.enrich.document.Effect;
import org.curation.enrich.document.Enrichment;
import org.curation.enrich.document.Reaction;
import org.curation.enrich.offering.OfferingIndex;
import org.curation.enrich.page.PageMetadata;
import org.curation.enrich.state.CurationEvent;
import org.curation.enrich.state.CurationState;
import org.curation.model.ClaimResult;
import org.curation.model.CurationContext;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.curation.model.topic.JsonSerde;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The core on one news record of 6 KB with five related offerings. The reference is reading the
 * same record from its JSON: what enrichment costs is given as a multiple of that.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init")
public class EnrichmentBenchmark {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final CurationId ID = CurationId.parse("open-project:1");
  private static final JsonSerde<RawCuration> SERDE = JsonSerde.of(RawCuration.class);

  private Enrichment enrichment;
  private OfferingIndex offerings;
  private RawCuration record;
  private byte[] json;
  private CurationState known;
  private String page;

  /** Loads the site's lanes and makes the record. */
  @Setup
  public void prepare() {
    enrichment = new Enrichment(SiteConfiguration.load(Path.of("site")));
    offerings = new OfferingIndex();
    for (long id = 1; id <= 2000; id++) {
      offerings.change(
          id,
          new org.curation.model.Offering(
              id, "Offering " + id, List.of(id <= 5 ? "KLAS: Care" : "Other: " + id)));
    }
    record = record();
    json = SERDE.write(record);
    known = publish().after();
    page =
        "<html><head><title>T</title><meta property='og:title' content='T'></head><body>"
            + "<p>Some words of a page that somebody wrote.</p>".repeat(2000)
            + "</body></html>";
  }

  /** Reference: the record's JSON to the record. */
  @Benchmark
  public RawCuration readRecord() {
    return SERDE.read(json);
  }

  /** A new item: lane, identity, captures asked for, names claimed and granted, document, hash. */
  @Benchmark
  public Reaction newItem() {
    return publish();
  }

  private Reaction publish() {
    ClaimBook claims = new ClaimBook(new ClaimsInMemory());
    Reaction last =
        enrichment.react(
            CurationState.unknown(ID), new CurationEvent.Recorded(record), "x", offerings, NOW);
    Deque<Effect> effects = new ArrayDeque<>(last.effects());
    while (!effects.isEmpty()) {
      if (effects.remove() instanceof Effect.Stake stake) {
        for (ClaimResult result : claims.take(stake.claim())) {
          last =
              enrichment.react(
                  last.after(), new CurationEvent.ClaimAnswered(result), "x", offerings, NOW);
          effects.addAll(last.effects());
        }
      }
    }
    return last;
  }

  /** The same record again: nothing follows. */
  @Benchmark
  public Reaction repeatedItem() {
    return enrichment.react(known, new CurationEvent.Recorded(record), "x", offerings, NOW);
  }

  /** Metadata of a page of 100 KB. */
  @Benchmark
  public PageMetadata readPage() {
    return PageMetadata.extract(page);
  }

  private static RawCuration record() {
    ObjectNode payload = org.curation.model.topic.Json.mapper().createObjectNode();
    payload.put("id", 1).put("subject", "A Title of Some Words About Care");
    payload
        .putObject("description")
        .put("raw", "<p>A paragraph that is about as long as they are.</p>".repeat(100));
    payload.put("createdAt", "2024-01-01T08:00:00Z").put("updatedAt", "2024-01-02T08:00:00Z");
    Map<String, JsonNode> fields =
        Map.of(
            "cleanUrl", TextNode.valueOf("https://www.care.example.org/a/1"),
            "medigyTopics", TextNode.valueOf("[\"KLAS: Care\",\"Symplur: Rest\"]"));
    return new RawCuration(
        ID,
        SourceEvent.UPDATED,
        new Version(0, 1),
        Instant.parse("2024-01-02T08:00:00Z"),
        Instant.EPOCH,
        "benchmark",
        payload,
        new CurationContext(
            fields,
            new ProjectRef("1", "netspective-medigy-news", "News"),
            "Curated Content",
            "New",
            "Ann",
            List.of(),
            null));
  }

  /** Runs all of it; from the project's folder. */
  public static void main(String[] arguments) throws RunnerException, IOException {
    new Runner(new OptionsBuilder().include(EnrichmentBenchmark.class.getSimpleName()).build())
        .run();
  }
}
