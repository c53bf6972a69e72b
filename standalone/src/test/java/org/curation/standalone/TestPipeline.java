package org.curation.standalone;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.curation.embedded.testing.TestBroker;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.ingest.capture.Fetcher;
import org.curation.model.CurationId;
import org.curation.model.Publication;
import org.curation.model.RawCuration;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.curation.sink.hugo.HugoStore;

/** All services against a broker of its own, with a producer that writes anything anywhere. */
final class TestPipeline implements AutoCloseable {
  static final int PARTITIONS = 3;

  private final TestBroker broker;
  private final HugoStore store;
  private final Services services;
  private final KafkaProducer<byte[], byte[]> producer;

  TestPipeline(Path folder, Fetcher fetcher) {
    this(folder, fetcher, Runs.SITE);
  }

  /** With lanes and archetypes of its own. */
  TestPipeline(Path folder, Fetcher fetcher, Path site) {
    broker = TestBroker.start();
    broker.createTopics(PARTITIONS);
    store = HugoStore.open(folder.resolve("site"), folder.resolve("site.ledger"));
    services =
        new Services(
            new GivenCluster(connection()),
            SiteConfiguration.load(site),
            fetcher,
            folder.resolve("streams"),
            Clock.systemUTC());
    services.startSink(store);
    Map<String, Object> config = connection().producer("poison");
    // What one's own producer refuses, somebody else's may send.
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 64 * 1024 * 1024);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 128L * 1024 * 1024);
    producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  KafkaConnection connection() {
    return broker.connection();
  }

  RecordMetadata send(ProducerRecord<byte[], byte[]> message)
      throws InterruptedException, ExecutionException {
    return producer.send(message).get();
  }

  RecordMetadata send(RawCuration raw) throws InterruptedException, ExecutionException {
    return send(
        new ProducerRecord<>(
            Topics.RAW.name(),
            raw.id().toString().getBytes(StandardCharsets.UTF_8),
            RawRecords.bytes(raw)));
  }

  /** Waits until everything that was sent has come to its end. */
  void await() throws InterruptedException {
    new AtRest(
            connection(),
            List.of(AtRest.ENRICH, AtRest.CAPTURE, AtRest.sink(store.name())),
            services::idle,
            services::failureOrLongOutage)
        .await();
  }

  /** All dead letters, by their id. */
  Map<String, ConsumerRecord<String, byte[]>> letters() {
    Map<String, ConsumerRecord<String, byte[]>> letters = new HashMap<>();
    new TopicReader(connection())
        .read(Topics.DEAD_LETTERS.name(), Map.of(), each -> letters.put(each.key(), each));
    return letters;
  }

  /** Where the store holds each curation. */
  Map<CurationId, Publication> publications() {
    Map<CurationId, Publication> publications = new HashMap<>();
    new TopicReader(connection())
        .read(
            Topics.PUBLICATIONS.name(),
            Map.of(),
            each -> {
              Publication publication =
                  Topics.PUBLICATIONS.serde().deserializer().deserialize("", each.value());
              publications.put(publication.id(), publication);
            });
    return publications;
  }

  /** Every document that was emitted. */
  List<org.curation.model.Document> documents() {
    List<org.curation.model.Document> documents = new ArrayList<>();
    new TopicReader(connection())
        .read(
            Topics.DOCUMENTS.name(),
            Map.of(),
            each -> {
              try {
                documents.add(
                    Topics.DOCUMENTS.serde().deserializer().deserialize("", each.value()));
              } catch (org.apache.kafka.common.errors.SerializationException poison) {
                // That one was not emitted.
              }
            });
    return documents;
  }

  @Override
  public void close() {
    producer.close();
    services.close();
    store.close();
    broker.close();
  }
}
