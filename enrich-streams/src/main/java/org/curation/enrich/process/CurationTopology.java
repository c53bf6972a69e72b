package org.curation.enrich.process;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.enrich.document.Enrichment;
import org.curation.enrich.gate.FieldWatch;
import org.curation.model.topic.Partitioning;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;
import org.curation.service.metrics.StageObserver;

/**
 * The topology: offerings are fanned out to every partition; one stateful processor takes in
 * everything that is known of a curation. Every operator and store has an explicit name.
 */
public final class CurationTopology {
  private static final ByteArraySerializer BYTES = new ByteArraySerializer();

  /** Writes an empty value whatever it is given: the value only says the partition. */
  private static final Serializer<byte[]> NOTHING = (topic, value) -> null;

  private static final ByteArrayDeserializer READ = new ByteArrayDeserializer();

  private CurationTopology() {}

  /** The topology of a site that nobody observes. */
  public static Topology build(SiteConfiguration site) {
    return build(site, StageObserver.NONE);
  }

  /** The topology of a site. */
  public static Topology build(SiteConfiguration site, StageObserver observer) {
    return build(site, observer, Stores.ON_DISK);
  }

  /**
   * The topology of a site.
   *
   * @param fields told which fields the items have
   * @param rollout told how far the site has come, if it is another than before
   */
  public static Topology build(
      SiteConfiguration site, StageObserver observer, FieldWatch fields, Rollout rollout) {
    return build(site, observer, Stores.ON_DISK, fields, rollout);
  }

  static Topology build(SiteConfiguration site, StageObserver observer, Stores stores) {
    return build(site, observer, stores, new Rollout());
  }

  static Topology build(
      SiteConfiguration site, StageObserver observer, Stores stores, Rollout rollout) {
    return build(site, observer, stores, new FieldWatch(warning -> {}), rollout);
  }

  private static Topology build(
      SiteConfiguration site,
      StageObserver observer,
      Stores stores,
      FieldWatch fields,
      Rollout rollout) {
    Topology topology = new Topology();
    topology.addSource(Names.OFFERINGS_SOURCE, READ, READ, Topics.OFFERINGS.name());
    topology.addProcessor(
        Names.FAN_OUT, () -> new OfferingFanOut(observer), Names.OFFERINGS_SOURCE);
    topology.addSink(
        Names.FAN_OUT_SINK,
        Topics.OFFERING_CHANGES.name(),
        BYTES,
        BYTES,
        everywhere(),
        Names.FAN_OUT);
    topology.addSink(
        Names.OFFERING_LETTERS_SINK, Topics.DEAD_LETTERS.name(), BYTES, BYTES, Names.FAN_OUT);

    topology.addSource(
        Names.CURATION_SOURCE,
        READ,
        READ,
        Topics.RAW.name(),
        Topics.IDENTITIES.name(),
        Topics.CAPTURES.name(),
        Topics.OFFERING_CHANGES.name(),
        Topics.OFFERING_ROUNDS.name(),
        Topics.CLAIM_RESULTS.name());
    topology.addProcessor(
        Names.CURATION, curation(site, observer, stores, fields, rollout), Names.CURATION_SOURCE);
    sink(topology, Names.DOCUMENTS_SINK, Topics.DOCUMENTS);
    sink(topology, Names.IDENTITIES_SINK, Topics.IDENTITIES);
    sink(topology, Names.ACCEPTED_SINK, Topics.ACCEPTED);
    sink(topology, Names.LETTERS_SINK, Topics.DEAD_LETTERS);
    topology.addSink(
        Names.ROUNDS_SINK, Topics.OFFERING_ROUNDS.name(), BYTES, BYTES, own(), Names.CURATION);
    topology.addSink(
        Names.REQUESTS_SINK,
        Topics.CAPTURE_REQUESTS.name(),
        BYTES,
        BYTES,
        byHost(),
        Names.CURATION);
    topology.addSink(
        Names.CANCELLATIONS_SINK,
        Topics.CAPTURE_REQUESTS.name(),
        BYTES,
        NOTHING,
        byCancelledUrl(),
        Names.CURATION);
    topology.addSink(
        Names.CLAIMS_SINK, Topics.CLAIMS.name(), BYTES, BYTES, byClaimedName(), Names.CURATION);

    topology.addSource(Names.CLAIM_SOURCE, READ, READ, Topics.CLAIMS.name());
    topology.addProcessor(
        Names.CLAIM,
        processor(() -> new ClaimProcessor(observer), stores.ofClaims()),
        Names.CLAIM_SOURCE);
    topology.addSink(
        Names.CLAIM_RESULTS_SINK,
        Topics.CLAIM_RESULTS.name(),
        BYTES,
        BYTES,
        byClaimant(),
        Names.CLAIM);
    topology.addSink(
        Names.CLAIM_LETTERS_SINK, Topics.DEAD_LETTERS.name(), BYTES, BYTES, Names.CLAIM);
    return topology;
  }

  private static void sink(Topology topology, String name, TopicSpec<?> spec) {
    topology.addSink(name, spec.name(), BYTES, BYTES, Names.CURATION);
  }

  private static ProcessorSupplier<byte[], byte[], byte[], byte[]> curation(
      SiteConfiguration site,
      StageObserver observer,
      Stores stores,
      FieldWatch fields,
      Rollout rollout) {
    Enrichment enrichment = new Enrichment(site, fields);
    return processor(
        () -> new CurationProcessor(enrichment, site, observer, rollout), stores.ofCurations());
  }

  private static ProcessorSupplier<byte[], byte[], byte[], byte[]> processor(
      Supplier<Processor<byte[], byte[], byte[], byte[]>> processors, Set<StoreBuilder<?>> stores) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<byte[], byte[], byte[], byte[]> get() {
        return processors.get();
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return stores;
      }
    };
  }

  private static StreamPartitioner<byte[], byte[]> everywhere() {
    return (topic, key, value, partitions) ->
        Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));
  }

  /** The key is the number of the task's own partition. */
  private static StreamPartitioner<byte[], byte[]> own() {
    return (topic, key, value, partitions) ->
        Optional.of(Set.of(Integer.parseInt(new String(key, StandardCharsets.UTF_8))));
  }

  private static StreamPartitioner<byte[], byte[]> byHost() {
    return by(
        Topics.CAPTURE_REQUESTS,
        (request, partitions) -> Partitioning.forUrl(request.url(), partitions));
  }

  private static StreamPartitioner<byte[], byte[]> byCancelledUrl() {
    return (topic, key, url, partitions) ->
        Optional.of(
            Set.of(Partitioning.forUrl(new String(url, StandardCharsets.UTF_8), partitions)));
  }

  private static StreamPartitioner<byte[], byte[]> byClaimedName() {
    return by(
        Topics.CLAIMS, (claim, partitions) -> Partitioning.forClaim(claim.name(), partitions));
  }

  private static StreamPartitioner<byte[], byte[]> byClaimant() {
    return by(
        Topics.CLAIM_RESULTS,
        (result, partitions) -> Partitioning.forCuration(result.claimant(), partitions));
  }

  private static <V> StreamPartitioner<byte[], byte[]> by(
      TopicSpec<V> spec, BiFunction<V, Integer, Integer> partition) {
    return (topic, key, value, partitions) ->
        Optional.of(
            Set.of(
                partition.apply(
                    spec.serde().deserializer().deserialize(topic, value), partitions)));
  }
}
