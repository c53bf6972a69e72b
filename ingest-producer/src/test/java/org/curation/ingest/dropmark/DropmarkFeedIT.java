package org.curation.ingest.dropmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.curation.embedded.testing.TestBroker;
import org.curation.ingest.remote.RemoteException;
import org.curation.ingest.remote.RemoteReader;
import org.curation.ingest.source.AcceptedView;
import org.curation.ingest.source.CheckpointedPublisher;
import org.curation.ingest.source.DropLimit;
import org.curation.ingest.testing.FeedServer;
import org.curation.ingest.testing.FeedServer.Asked;
import org.curation.ingest.testing.FeedServer.Reply;
import org.curation.ingest.testing.Records;
import org.curation.ingest.testing.Topic;
import org.curation.model.AcceptedCuration;
import org.curation.model.AcceptedCuration.State;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.Topics;
import org.curation.service.metrics.StageObserver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A simulated Dropmark, polled into a real broker. */
class DropmarkFeedIT {
  private static final String DAY = "2021-01-01T00:00:00Z";
  private static final String NEXT_DAY = "2021-01-02T00:00:00.500Z";

  private final TestBroker broker = TestBroker.start();
  private final Map<String, List<String>> collections = new TreeMap<>();
  private FeedServer server;
  private AcceptedView accepted;
  private DropmarkPoll poll;

  @BeforeEach
  void start() throws Exception {
    broker.createTopics(3);
    server = new FeedServer();
    server.answer(this::page);
    accepted = new AcceptedView(broker.connection());
    accepted.start();
    poll = poll();
  }

  @AfterEach
  void stop() {
    poll.close();
    accepted.close();
    server.close();
    broker.close();
  }

  @Test
  void shouldTellWhatChangedOverRestartsAndPages() throws Exception {
    // Given 250 items with ids as numbers and as texts
    collections.put("7", items(1, 250, DAY));
    collections.put(
        "8", new ArrayList<>(List.of(Records.mark("\"9001\"", DAY, "https://example.org/t"))));

    // When / Then
    assertThat(poll.round()).isEmpty();
    assertThat(raw()).hasSize(251);
    assertThat(poll.round()).isEmpty();
    collections.get("7").set(3, mark(4, NEXT_DAY));
    poll.close();
    poll = poll();
    assertThat(poll.round()).isEmpty();
    assertThat(raw()).hasSize(252);
    assertThat(server.asked().get(0).headers())
        .containsEntry("x-api-key", "key")
        .containsEntry("authorization", "Basic dTp0");
  }

  @Test
  void shouldDeleteWhatIsGoneAndBringBackWhatIsListedAgain() throws Exception {
    // Given
    collections.put("7", items(1, 12, DAY));
    collections.put("8", items(20, 21, DAY));
    var unused = poll.round();
    accept();

    // When one goes, and one moves to the other collection
    collections.get("7").remove(0);
    collections.get("8").add(collections.get("7").remove(0));
    assertThat(poll.round()).isEmpty();

    // Then
    assertThat(raw().stream().filter(raw -> raw.event() == SourceEvent.DELETED))
        .extracting(raw -> raw.id().toString())
        .containsExactly("dropmark:1");
    accept();
    collections.get("7").add(mark(1, DAY));
    assertThat(poll.round()).isEmpty();
    assertThat(poll.round()).isEmpty();
    RawCuration back = raw().get(raw().size() - 1);
    assertThat(back.id()).hasToString("dropmark:1");
    assertThat(back.version().incarnation()).isEqualTo(1);
    assertThat(raw()).hasSize(16);
  }

  @Test
  void shouldRefuseToDeleteTooMuchOrEverything() throws Exception {
    // Given
    collections.put("7", items(1, 30, DAY));
    collections.put("8", new ArrayList<>());
    var unused = poll.round();

    // When / Then
    collections.put("7", items(12, 30, DAY));
    assertThat(poll.round().orElse("")).contains("11 of 30", "limit", "ingest.dropmark.limit");
    collections.put("7", new ArrayList<>());
    assertThat(poll.round().orElse("")).contains("nothing at all is");
    assertThat(raw()).hasSize(30);
  }

  @Test
  void shouldNotTakeRowsThatMoveForDeletions() throws Exception {
    // Given
    collections.put("7", items(1, 150, DAY));
    collections.put("8", new ArrayList<>());
    var unused = poll.round();

    // When a row is put in front after the first page, in each reading
    server.answer(
        asked -> {
          Reply reply = page(asked);
          if (asked.path().contains("/7/") && "1".equals(asked.query().get("page"))) {
            collections.get("7").add(0, mark(1000 + collections.get("7").size(), DAY));
          }
          return reply;
        });
    collections.get("7").remove(149);

    // Then
    assertThat(poll.round().orElse("")).contains("could not be read to its end");
    assertThat(raw()).noneMatch(raw -> raw.event() == SourceEvent.DELETED);
    server.answer(this::page);
    assertThat(poll.round()).isEmpty();
    assertThat(raw().stream().filter(raw -> raw.event() == SourceEvent.DELETED)).hasSize(1);
  }

  @Test
  void shouldPublishNothingWhenAPageFails() throws Exception {
    // Given
    collections.put("7", items(1, 150, DAY));
    collections.put("8", new ArrayList<>());
    for (Reply bad :
        List.of(
            Reply.of(500, ""), Reply.of(401, ""), Reply.of(200, "<html>"), Reply.of(200, "[{"))) {
      server.answer(asked -> "2".equals(asked.query().get("page")) ? bad : page(asked));

      // When / Then
      assertThatThrownBy(() -> poll.round()).isInstanceOf(RemoteException.class);
    }
    assertThat(raw()).isEmpty();
    server.answer(this::page);
    assertThat(poll.round()).isEmpty();
    assertThat(raw()).hasSize(150);
  }

  @Test
  void shouldReadExportsAndReportWhatIsNoItem() throws Exception {
    // Given
    String text =
        "{\"id\":2,\"type\":\"text\",\"name\":\"x\",\"updated_at\":\"%s\"}".formatted(DAY);
    String items = String.join(",", mark(1, DAY), text, "{\"id\":3,\"type\":\"link\"}");
    server.answer(asked -> Reply.of(200, "{\"name\":\"News\",\"items\":[%s]}".formatted(items)));
    poll.close();
    RemoteReader reader = reader();
    poll =
        poll(List.of(new DropmarkExport(URI.create(server.address() + "/5.json"), reader)), reader);

    // When
    assertThat(poll.round()).isEmpty();
    assertThat(poll.round()).isEmpty();

    // Then
    assertThat(raw()).hasSize(1);
    assertThat(raw().get(0).context()).isNotNull().extracting("collection").isEqualTo("News");
    assertThat(Topic.values(broker.connection(), Topics.DEAD_LETTERS.name())).hasSize(1);
  }

  private Reply page(Asked asked) {
    List<String> all = collections.getOrDefault(asked.path().split("/")[2], List.of());
    int page = Integer.parseInt(asked.query().get("page"));
    int size = Integer.parseInt(asked.query().get("per_page"));
    String rows =
        all.stream()
            .skip((long) (page - 1) * size)
            .limit(size)
            .collect(Collectors.joining(",", "[", "]"));
    return new Reply(200, rows, Map.of("x-total-count", Integer.toString(all.size())));
  }

  private DropmarkPoll poll() {
    RemoteReader reader = reader();
    Map<String, String> secret = Map.of("X-API-Key", "key", "Authorization", "Basic dTp0");
    return poll(
        List.of(
            new DropmarkApi(server.address(), "7", reader, secret),
            new DropmarkApi(server.address(), "8", reader, secret)),
        reader);
  }

  private DropmarkPoll poll(List<DropmarkCollection> from, RemoteReader reader) {
    return new DropmarkPoll(
        from,
        DropLimit.percent(20),
        new CheckpointedPublisher(
            broker.connection(), "dropmark", Clock.systemUTC(), StageObserver.NONE),
        accepted,
        reader,
        Clock.systemUTC());
  }

  private static RemoteReader reader() {
    return new RemoteReader(
        "Dropmark", "Check.", Duration.ofSeconds(5), 1 << 20, Clock.systemUTC());
  }

  private List<RawCuration> raw() {
    return Topic.values(broker.connection(), Topics.RAW).stream()
        .sorted(java.util.Comparator.comparing(RawCuration::receivedAt))
        .toList();
  }

  /** Does what enrichment would. */
  private void accept() {
    Map<String, AcceptedCuration> newest = new TreeMap<>();
    for (RawCuration raw : raw()) {
      State state = raw.event() == SourceEvent.DELETED ? State.DELETED : State.PUBLISHED;
      newest.put(
          raw.id().toString(), new AcceptedCuration(raw.id(), raw.version(), state, null, null));
    }
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            broker.connection().producer("test"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      JsonSerde<AcceptedCuration> json = JsonSerde.of(AcceptedCuration.class);
      newest.forEach(
          (key, value) -> {
            var unused =
                producer.send(new ProducerRecord<>(Topics.ACCEPTED.name(), key, json.write(value)));
          });
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                newest.values().stream()
                    .allMatch(each -> accepted.find(each.id()).filter(each::equals).isPresent()));
  }

  private static List<String> items(int from, int to, String time) {
    return new ArrayList<>(IntStream.rangeClosed(from, to).mapToObj(id -> mark(id, time)).toList());
  }

  private static String mark(int id, String time) {
    return Records.mark(Integer.toString(id), time, "https://example.org/" + id);
  }
}
