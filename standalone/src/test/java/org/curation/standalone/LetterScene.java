package org.curation.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.ingest.capture.RecordedResources;
import org.curation.model.CaptureKey;
import org.curation.model.Document;
import org.curation.model.topic.Partitioning;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.curation.service.letters.Letter;
import org.curation.service.letters.LetterFilter;
import org.curation.service.letters.LetterTopic;
import org.curation.service.letters.Outcome;
import org.curation.service.letters.Redrive;
import org.curation.service.letters.RedriveRequest;
import org.curation.sink.hugo.HugoStore;
import org.jspecify.annotations.Nullable;

/** The whole pipeline on a real broker, with records that tests write themselves. */
final class LetterScene implements AutoCloseable {
  private static final List<AtRest.Group> INSIDE = List.of(AtRest.ENRICH, AtRest.CAPTURE);

  final Path out;
  private final Path folder;
  private final EmbeddedCluster cluster;
  private final HugoStore store;
  private final KafkaProducer<byte[], byte[]> producer;
  private @Nullable Services services;
  private boolean sinking;

  LetterScene(Path folder) throws IOException {
    this.folder = folder;
    this.out = folder.resolve("site");
    this.cluster = EmbeddedCluster.start(folder.resolve("data"));
    this.store = HugoStore.open(out, folder.resolve("ledger"));
    this.producer =
        new KafkaProducer<>(
            connection().producer("test"), new ByteArraySerializer(), new ByteArraySerializer());
  }

  KafkaConnection connection() {
    return cluster.connection();
  }

  /** The repository's site with one more lane, or without it. */
  Path site(boolean withClub) throws IOException {
    Path site = folder.resolve(withClub ? "club-site" : "plain-site");
    Runs.copySite(site);
    Runs.write(
        site.resolve("archetypes/club.md"),
        "---\ntitle: ${title}\nslug: ${title | slugify}\nbasePath: /club/\n---\n${body}\n");
    String lane =
        """

          - name: club
            match: {source: open-project, project: garden-club}
            archetype: club
            document-id: "${id}-${title}"
            layout: flat
        """;
    Runs.write(
        site.resolve("lanes.yaml"),
        Files.readString(Runs.SITE.resolve("lanes.yaml"), StandardCharsets.UTF_8)
            + (withClub ? lane : ""));
    return site;
  }

  /** Starts the services; the sink only when asked. */
  void start(Path site, boolean sink) {
    Services started =
        new Services(
            new GivenCluster(connection()),
            SiteConfiguration.load(site),
            new RecordedResources(folder),
            folder.resolve("streams"),
            Clock.systemUTC());
    services = started;
    sinking = sink;
    if (sink) {
      started.startSink(store);
    }
  }

  void stop() {
    if (services != null) {
      services.close();
      services = null;
    }
  }

  void restart(Path site) {
    stop();
    start(site, true);
  }

  /** Waits until everything that was sent has been handled. */
  void rest() throws InterruptedException {
    Services running = java.util.Objects.requireNonNull(services);
    List<AtRest.Group> groups = new ArrayList<>(INSIDE);
    if (sinking) {
      groups.add(AtRest.sink(store.name()));
    }
    new AtRest(connection(), groups, running::idle, running::failureOrLongOutage).await();
  }

  void send(TopicSpec<?> spec, @Nullable String key, byte[] value) {
    byte[] bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    Integer partition =
        key != null && spec.partitioning() == Partitioning.CURATION_ID
            ? Integer.valueOf(
                Partitioning.forCapture(CaptureKey.parse(key), EmbeddedCluster.PARTITIONS))
            : null;
    var unused = producer.send(new ProducerRecord<>(spec.name(), partition, bytes, value));
    producer.flush();
  }

  void raw(long number, String title, String project) {
    byte[] value = RawRecords.bytes(number, 1, title, project);
    send(Topics.RAW, RawRecords.id(number).toString(), value);
  }

  List<Letter> letters(boolean decided) {
    List<Letter> found = new ArrayList<>();
    try (LetterTopic letters = new LetterTopic(connection())) {
      letters.visit(LetterFilter.ALL, decided, (letter, message) -> found.add(letter));
    }
    return found;
  }

  List<Outcome> redrive(RedriveRequest request) {
    List<Outcome> outcomes = new ArrayList<>();
    new Redrive(connection(), request, Clock.systemUTC(), outcomes::add).run();
    return outcomes;
  }

  static RedriveRequest request(LetterFilter filter) {
    return new RedriveRequest(filter, RedriveRequest.DEFAULT_LIMIT, "ann", "mended", 0, false);
  }

  List<ConsumerRecord<String, byte[]>> records(TopicSpec<?> spec) {
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    new TopicReader(connection()).read(spec.name(), Map.of(), all::add);
    return all;
  }

  List<Document> documents() {
    return records(Topics.DOCUMENTS).stream()
        .map(each -> Topics.DOCUMENTS.serde().deserializer().deserialize("", each.value()))
        .toList();
  }

  /** The published files that are ours. */
  Map<String, String> published() {
    return Runs.documents(out);
  }

  @Override
  public void close() throws IOException {
    stop();
    producer.close();
    store.close();
    cluster.close();
  }
}
