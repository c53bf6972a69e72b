package org.curation.enrich.process;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.enrich.document.Enrichment;
import org.curation.model.CaptureRequest;
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
  private static final ByteArrayDeserializer READ = new ByteArrayDeserializer();

  private CurationTopology() {}

  /** The topology of a site that nobody observes. */
  public static Topology build(SiteConfiguration site) {
    return build(site, StageObserver.NONE);
  }

  /** The topology of a site. */
  public static Topology build(SiteConfiguration site, StageObserver observer) {
    Topology topology = new Topology();
    topology.addSource(Names.OFFERINGS_SOURCE, READ, READ, Topics.OFFERINGS.name());
    topology.addProcessor(Names.FAN_OUT, OfferingFanOut::new, Names.OFFERINGS_SOURCE);
    topology.addSink(
        Names.FAN_OUT_SINK,
        Topics.OFFERING_CHANGES.name(),
        BYTES,
        BYTES,
        everywhere(),
        Names.FAN_OUT);

    topology.addSource(
        Names.CURATION_SOURCE,
        READ,
        READ,
        Topics.RAW.name(),
        Topics.IDENTITIES.name(),
        Topics.CAPTURES.name(),
        Topics.OFFERING_CHANGES.name());
    topology.addProcessor(Names.CURATION, curation(site, observer), Names.CURATION_SOURCE);
    sink(topology, Names.DOCUMENTS_SINK, Topics.DOCUMENTS);
    sink(topology, Names.IDENTITIES_SINK, Topics.IDENTITIES);
    sink(topology, Names.ACCEPTED_SINK, Topics.ACCEPTED);
    sink(topology, Names.LETTERS_SINK, Topics.DEAD_LETTERS);
    topology.addSink(
        Names.REQUESTS_SINK,
        Topics.CAPTURE_REQUESTS.name(),
        BYTES,
        BYTES,
        byHost(),
        Names.CURATION);
    return topology;
  }

  private static void sink(Topology topology, String name, TopicSpec<?> spec) {
    topology.addSink(name, spec.name(), BYTES, BYTES, Names.CURATION);
  }

  private static ProcessorSupplier<byte[], byte[], byte[], byte[]> curation(
      SiteConfiguration site, StageObserver observer) {
    Enrichment enrichment = new Enrichment(site);
    return new ProcessorSupplier<>() {
      @Override
      public Processor<byte[], byte[], byte[], byte[]> get() {
        return new CurationProcessor(enrichment, observer);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Stores.all();
      }
    };
  }

  private static StreamPartitioner<byte[], byte[]> everywhere() {
    return (topic, key, value, partitions) ->
        Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));
  }

  private static StreamPartitioner<byte[], byte[]> byHost() {
    return (topic, key, value, partitions) -> {
      CaptureRequest request =
          Topics.CAPTURE_REQUESTS.serde().deserializer().deserialize(topic, value);
      return Optional.of(Set.of(Partitioning.forUrl(request.url(), partitions)));
    };
  }
}
