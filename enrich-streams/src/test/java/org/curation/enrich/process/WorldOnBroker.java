package org.curation.enrich.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.curation.embedded.testing.TestBroker;
import org.curation.enrich.EnrichService;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.enrich.process.OfferingWorld.Curated;
import org.curation.model.Offering;
import org.curation.model.RawCuration;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;
import org.curation.service.metrics.StageObserver;
import org.jspecify.annotations.Nullable;

/** A world's site run by the real service against a broker of its own. */
final class WorldOnBroker implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final int SLOWEST_PER_SECOND = 50;

  private final OfferingWorld world;
  private final Path folder;
  private final TestBroker broker;
  private final KafkaProducer<String, byte[]> producer;
  private final DocumentsSeen seen;
  private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();
  private EnrichService service;
  private int starts;

  WorldOnBroker(OfferingWorld world, Path folder, int partitions) throws IOException {
    this.world = world;
    this.folder = folder;
    broker = TestBroker.start();
    broker.createTopics(partitions);
    producer =
        new KafkaProducer<>(
            broker.connection().producer("world"),
            new StringSerializer(),
            new ByteArraySerializer());
    seen = new DocumentsSeen(broker.connection());
    service = started();
  }

  DocumentsSeen seen() {
    return seen;
  }

  /** The service stops and starts again on its local state. */
  void restart() throws IOException {
    service.close();
    service = started();
  }

  /** The service stops, and starts with the site as it is now on a disk that knows nothing. */
  void restartElsewhere() throws IOException {
    service.close();
    starts++;
    service = started();
  }

  /** Whether the service brings nothing in line with a changed site. */
  boolean isIdle() {
    return service.idle();
  }

  private EnrichService started() throws IOException {
    SiteConfiguration site = world.site(folder.resolve("site"));
    EnrichService fresh =
        new EnrichService(
            broker.connection(),
            site,
            folder.resolve("streams" + starts),
            "one",
            2,
            StageObserver.NONE);
    fresh.start();
    return fresh;
  }

  /** Sends new offerings. */
  void offer(int count) {
    for (int i = 0; i < count; i++) {
      Offering offering = world.offer(world.newOffering());
      send(Topics.OFFERINGS, Long.toString(offering.offeringId()), offering);
    }
    flush();
  }

  /** Sends new curations. */
  void curate(int count) {
    for (int number = 1; number <= count; number++) {
      RawCuration raw = world.curate(number);
      send(Topics.RAW, raw.id().toString(), raw);
    }
    flush();
  }

  /** Sends a state of an offering; null withdraws it. */
  void send(long id, @Nullable Offering offering) {
    send(Topics.OFFERINGS, Long.toString(id), offering);
    flush();
  }

  private <V> void send(TopicSpec<V> spec, String key, @Nullable V value) {
    byte[] bytes = value == null ? null : spec.serde().serializer().serialize(spec.name(), value);
    Future<RecordMetadata> unused =
        producer.send(
            new ProducerRecord<>(spec.name(), key, bytes),
            (place, problem) -> {
              if (problem != null) {
                failures.add(problem);
              }
            });
  }

  private void flush() {
    producer.flush();
    assertThat(failures).isEmpty();
  }

  /**
   * Waits until documents are as the oracle says, and no more come. Documents that came before
   * their offerings come again until then.
   *
   * @param each which of them are compared: 1 for all, 2 for every second one
   * @return how many came
   */
  int awaitRight(int each) {
    Map<Long, Long> right = new HashMap<>();
    for (Curated curation : world.curations().values()) {
      if (curation.number() % each == 0) {
        right.put(curation.number(), DocumentsSeen.fingerprint(world.visible(curation)));
      }
    }
    int count = world.curations().size();
    Duration most = Duration.ofSeconds(120 + count / SLOWEST_PER_SECOND);
    long end = System.nanoTime() + most.toNanos();
    long quietSince = System.nanoTime();
    int came = 0;
    while (true) {
      assertThat(System.nanoTime()).as("right within " + most).isLessThan(end);
      int some = seen.poll(POLL).size();
      came += some;
      quietSince = some > 0 ? System.nanoTime() : quietSince;
      if (System.nanoTime() - quietSince > QUIET.toNanos()
          && seen.latest().size() == count
          && seen.latest().entrySet().containsAll(right.entrySet())) {
        return came;
      }
    }
  }

  @Override
  public void close() {
    service.close();
    producer.close();
    seen.close();
    broker.close();
  }
}
