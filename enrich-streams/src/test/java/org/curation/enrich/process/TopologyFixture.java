package org.curation.enrich.process;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.model.AcceptedCuration;
import org.curation.model.Capture;
import org.curation.model.CaptureRequest;
import org.curation.model.Document;
import org.curation.model.Identity;
import org.curation.model.Offering;
import org.curation.model.RawCuration;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;
import org.curation.service.metrics.StageObserver;

/** The topology with the repository's own site, in a test driver. */
final class TopologyFixture implements AutoCloseable {
  private final TopologyTestDriver driver;
  private final TestOutputTopic<String, Document> documents;
  private final TestOutputTopic<String, CaptureRequest> requests;
  private final TestOutputTopic<String, AcceptedCuration> accepted;
  private final TestOutputTopic<String, Identity> identities;
  private final TestOutputTopic<String, byte[]> letters;

  TopologyFixture(Path state) {
    this(state, SiteConfiguration.load(Path.of("..", "site")));
  }

  TopologyFixture(Path state, SiteConfiguration site) {
    this(state, site, Stores.ON_DISK, Given.TIME);
  }

  TopologyFixture(Path state, SiteConfiguration site, Instant now) {
    this(state, site, Stores.ON_DISK, now);
  }

  /** With stores in memory: the driver makes a disk write everything after each record. */
  static TopologyFixture inMemory(Path state, SiteConfiguration site) {
    return new TopologyFixture(
        state,
        site,
        new Stores(org.apache.kafka.streams.state.Stores::inMemoryKeyValueStore),
        Given.TIME);
  }

  /** With stores that the next fixture goes on with: a restart. */
  static TopologyFixture kept(Path state, SiteConfiguration site, KeptStores stores) {
    return new TopologyFixture(state, site, stores.stores(), Given.TIME);
  }

  private TopologyFixture(Path state, SiteConfiguration site, Stores stores, Instant now) {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    driver =
        new TopologyTestDriver(
            CurationTopology.build(site, StageObserver.NONE, stores, new Rollout()), config, now);
    documents = output(Topics.DOCUMENTS);
    requests = output(Topics.CAPTURE_REQUESTS);
    accepted = output(Topics.ACCEPTED);
    identities = output(Topics.IDENTITIES);
    letters = output(Topics.DEAD_LETTERS);
  }

  void raw(RawCuration raw) {
    input(Topics.RAW).pipeInput(raw.id().toString(), raw);
  }

  /** A record that was redriven. */
  void redriven(RawCuration raw, String letterId, int count) {
    RecordHeaders headers = new RecordHeaders();
    EventHeaders.set(headers, DeadLetterHeaders.REDRIVE_OF, letterId);
    EventHeaders.set(headers, DeadLetterHeaders.REDRIVE_COUNT, Integer.toString(count));
    EventHeaders.set(headers, DeadLetterHeaders.FIRST_FAILURE, "2024-01-01T00:00:00Z");
    input(Topics.RAW).pipeInput(new TestRecord<>(raw.id().toString(), raw, headers));
  }

  void capture(Capture capture) {
    input(Topics.CAPTURES).pipeInput(capture.key().toString(), capture);
  }

  void identity(Identity identity) {
    input(Topics.IDENTITIES).pipeInput(identity.id().toString(), identity);
  }

  void offering(Offering offering) {
    input(Topics.OFFERINGS).pipeInput(Long.toString(offering.offeringId()), offering);
  }

  void withdrawn(long offeringId) {
    input(Topics.OFFERINGS).pipeInput(Long.toString(offeringId), null);
  }

  void bytes(TopicSpec<?> spec, byte[] key, byte[] value) {
    driver
        .createInputTopic(spec.name(), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(key, value);
  }

  /** Lets time pass, and those who look at the clock look. */
  void pass(Duration time) {
    driver.advanceWallClockTime(time);
  }

  /** A state store of the only task. */
  <V> KeyValueStore<String, V> store(String name) {
    return driver.getKeyValueStore(name);
  }

  List<Document> documents() {
    return documents.readValuesToList();
  }

  List<TestRecord<String, Document>> documentRecords() {
    return documents.readRecordsToList();
  }

  List<CaptureRequest> requests() {
    return requests.readValuesToList();
  }

  /** Keys of requests, with null for what was cancelled. */
  List<KeyValue<String, CaptureRequest>> requestsByKey() {
    return requests.readKeyValuesToList();
  }

  List<AcceptedCuration> accepted() {
    return accepted.readValuesToList();
  }

  List<Identity> identities() {
    return identities.readValuesToList();
  }

  List<TestRecord<String, byte[]>> letters() {
    return letters.readRecordsToList();
  }

  private <V> TestInputTopic<String, V> input(TopicSpec<V> spec) {
    return driver.createInputTopic(spec.name(), new StringSerializer(), spec.serde().serializer());
  }

  private <V> TestOutputTopic<String, V> output(TopicSpec<V> spec) {
    return driver.createOutputTopic(
        spec.name(), new StringDeserializer(), spec.serde().deserializer());
  }

  @Override
  public void close() {
    driver.close();
  }
}
