package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.curation.model.Document;
import org.curation.model.topic.Topics;
import org.curation.service.letters.Discard;
import org.curation.service.letters.Letter;
import org.curation.service.letters.LetterFilter;
import org.curation.service.letters.Outcome;
import org.curation.service.letters.Outcome.Kind;
import org.curation.service.letters.Redrive;
import org.curation.service.letters.RedriveRequest;
import org.curation.service.letters.TakenOverException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can go wrong with a redrive, on a real broker and with the whole pipeline. */
class RedriveIT {
  private static final String CLUB = "garden-club";
  private static final String CARE = "medigy-care-team";

  @TempDir Path folder;

  private LetterScene scene;

  @BeforeEach
  void start() throws Exception {
    scene = new LetterScene(folder);
    scene.start(scene.site(false), true);
  }

  @AfterEach
  void stop() throws Exception {
    scene.close();
  }

  @Test
  void shouldCountWhatFailsAgainAndStopAtTheLimit() throws Exception {
    // Given
    scene.raw(1, "Club", CLUB);
    scene.rest();
    Letter first = only(scene.letters(false));

    // When it is redriven again and again without mending the cause
    for (int count = 1; count <= RedriveRequest.DEFAULT_LIMIT; count++) {
      assertThat(kinds(scene.redrive(all()))).containsExactly(Kind.REDRIVEN);
      scene.rest();
      Letter again = only(scene.letters(false));
      assertThat(again.redriveCount()).isEqualTo(count);
      assertThat(again.firstFailure()).isEqualTo(first.firstFailure());
      assertThat(again.redriveOf()).isNotNull().isNotEqualTo(again.id());
    }
    long raw = scene.records(Topics.RAW).size();
    List<Outcome> refused = scene.redrive(all());

    // Then
    assertThat(kinds(refused)).containsExactly(Kind.REFUSED);
    assertThat(refused.get(0).detail()).contains("after 3 redrives").contains("limit");
    assertThat(scene.records(Topics.RAW)).hasSize((int) raw);
    assertThat(scene.letters(true)).hasSize(4);

    // When the cause is mended and somebody insists
    scene.restart(scene.site(true));
    RedriveRequest insisting = new RedriveRequest(LetterFilter.ALL, 4, "bob", null, 0, false);
    assertThat(kinds(scene.redrive(insisting))).containsExactly(Kind.REDRIVEN);
    scene.rest();
    assertThat(scene.letters(false)).isEmpty();
    assertThat(scene.published()).hasSize(1);
  }

  @Test
  void shouldChangeNothingInADryRunAndNothingASecondTime() throws Exception {
    // Given
    scene.raw(1, "Club", CLUB);
    scene.rest();
    Letter letter = only(scene.letters(false));
    RedriveRequest dry = new RedriveRequest(LetterFilter.ALL, 3, "ann", null, 0, true);

    // When / Then
    assertThat(kinds(scene.redrive(dry))).containsExactly(Kind.REDRIVEN);
    discard(LetterFilter.ALL, true);
    assertThat(scene.records(Topics.RAW)).hasSize(1);
    assertThat(scene.records(Topics.DEAD_LETTERS)).hasSize(1);

    // When redriven twice by its id
    scene.restart(scene.site(true));
    RedriveRequest byId = LetterScene.request(LetterFilter.ids(Set.of(letter.id())));
    assertThat(kinds(scene.redrive(byId))).containsExactly(Kind.REDRIVEN);
    List<Outcome> second = scene.redrive(byId);

    // Then
    assertThat(kinds(second)).containsExactly(Kind.REFUSED);
    assertThat(second.get(0).detail()).contains("redriven by ann");
    scene.rest();
    assertThat(scene.records(Topics.RAW)).hasSize(2);
    assertThat(scene.published()).hasSize(1);
  }

  @Test
  void shouldKeepWhoDiscardedAndWhyAndTheBytes() throws Exception {
    // Given
    byte[] bytes = {'{', (byte) 0xc3, 0x28};
    scene.send(Topics.RAW, "open-project:1", bytes);
    scene.rest();
    Letter letter = only(scene.letters(false));

    // When
    List<Outcome> outcomes = discard(LetterFilter.ids(Set.of(letter.id())), false);

    // Then
    assertThat(kinds(outcomes)).containsExactly(Kind.DISCARDED);
    assertThat(scene.letters(false)).isEmpty();
    Letter decided = only(scene.letters(true));
    assertThat(decided.decision()).isNotNull();
    assertThat(decided.decision().what()).isEqualTo("discarded");
    assertThat(decided.decision().by()).isEqualTo("bob");
    assertThat(decided.decision().why()).isEqualTo("spam");
    assertThat(decided.reason()).isEqualTo("not-decodable");
    List<ConsumerRecord<String, byte[]>> records = scene.records(Topics.DEAD_LETTERS);
    assertThat(records.get(records.size() - 1).value()).isEqualTo(bytes);
    assertThat(kinds(scene.redrive(LetterScene.request(LetterFilter.ids(Set.of(letter.id()))))))
        .containsExactly(Kind.REFUSED);
  }

  @Test
  void shouldNeitherLoseNorDoubleWhatAnInterruptedRedriveHadSent() throws Exception {
    // Given a redrive that died between sending and its commit
    scene.raw(1, "Club", CLUB);
    scene.rest();
    try (KafkaProducer<byte[], byte[]> dying =
        new KafkaProducer<>(
            scene
                .connection()
                .transactionalProducer("curation-dead-letters", "curation-dead-letters"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      dying.initTransactions();
      dying.beginTransaction();
      ConsumerRecord<String, byte[]> raw = scene.records(Topics.RAW).get(0);
      byte[] key = raw.key().getBytes(StandardCharsets.UTF_8);
      dying.send(new ProducerRecord<>(Topics.RAW.name(), key, raw.value())).get();

      // When another one begins
      scene.restart(scene.site(true));
      List<Outcome> outcomes = scene.redrive(all());

      // Then
      assertThat(kinds(outcomes)).containsExactly(Kind.REDRIVEN);
      assertThatThrownBy(dying::commitTransaction).isInstanceOf(RuntimeException.class);
    }
    scene.rest();
    assertThat(scene.records(Topics.RAW)).as("committed").hasSize(2);
    assertThat(scene.letters(false)).isEmpty();
    assertThat(scene.published()).hasSize(1);
  }

  @Test
  void shouldLetOnlyTheLastOfTwoRedrivesDecide() throws Exception {
    // Given letters that are taken one by one
    for (int i = 0; i < 6; i++) {
      scene.raw(10 + i, "Club " + i, CLUB);
    }
    scene.rest();
    scene.restart(scene.site(true));
    RedriveRequest fast = new RedriveRequest(LetterFilter.ALL, 3, "ann", null, 0, false);
    List<Outcome> second = new ArrayList<>();
    List<Outcome> first = new ArrayList<>();
    RedriveRequest slow = new RedriveRequest(LetterFilter.ALL, 3, "ann", null, 1, false);

    // When a second one runs to its end after the first letter of the first one
    assertThatThrownBy(
            () ->
                new Redrive(
                        scene.connection(),
                        slow,
                        Clock.systemUTC(),
                        outcome -> {
                          first.add(outcome);
                          if (first.size() == 1) {
                            second.addAll(scene.redrive(fast));
                          }
                        })
                    .run())
        .isInstanceOf(TakenOverException.class)
        .hasMessageContaining("Another redrive");

    // Then
    assertThat(kinds(first)).containsExactly(Kind.REDRIVEN);
    assertThat(kinds(second)).hasSize(5).containsOnly(Kind.REDRIVEN);
    scene.rest();
    assertThat(scene.records(Topics.RAW)).hasSize(12);
    assertThat(scene.published()).hasSize(6);
  }

  @Test
  void shouldNeverSendAnOldDocumentOverANewerOne() throws Exception {
    // Given two documents of one curation, both refused
    scene.stop();
    scene.start(scene.site(false), false);
    scene.raw(1, "Taken", CARE);
    scene.rest();
    Path place = scene.out.resolve(scene.documents().get(0).path());
    Path file = Runs.write(place.resolve("notes.txt"), "not ours");
    scene.restart(scene.site(false));
    scene.rest();
    scene.send(Topics.RAW, "open-project:1", RawRecords.bytes(1, 2, "Taken Twice", CARE));
    scene.rest();
    List<Letter> open = scene.letters(false);
    assertThat(open).hasSize(2).allMatch(letter -> letter.reason().equals("path-taken"));

    // When
    Files.delete(file);
    Files.delete(place);
    List<Outcome> outcomes = scene.redrive(all());
    scene.rest();

    // Then
    assertThat(kinds(outcomes)).containsExactly(Kind.REDRIVEN, Kind.REDRIVEN);
    List<Document> documents = scene.documents();
    assertThat(documents).hasSize(3);
    assertThat(documents.get(2)).isEqualTo(documents.get(1));
    assertThat(scene.letters(false)).isEmpty();
    assertThat(scene.published().values()).singleElement().asString().contains("Taken Twice");
  }

  @Test
  void shouldRefuseWhatCannotGoBack() throws Exception {
    // Given
    scene.send(Topics.RAW, null, "{}".getBytes(StandardCharsets.UTF_8));
    scene.send(Topics.CAPTURES, "open-project:1|page", "{".getBytes(StandardCharsets.UTF_8));
    scene.send(
        Topics.CAPTURE_REQUESTS, "open-project:1|page", "{".getBytes(StandardCharsets.UTF_8));
    scene.rest();
    scene.send(Topics.CAPTURES, "open-project:1|page", "[".getBytes(StandardCharsets.UTF_8));
    scene.rest();
    assertThat(scene.letters(false)).hasSize(4);

    // When
    Map<Boolean, List<Outcome>> byFate =
        scene.redrive(all()).stream()
            .collect(
                java.util.stream.Collectors.partitioningBy(each -> each.kind() == Kind.REDRIVEN));
    scene.rest();

    // Then a newer capture keeps an older one from going back; the others fail again, counted
    assertThat(byFate.get(false)).hasSize(1);
    assertThat(byFate.get(false).get(0).detail()).contains("newer record of the same key");
    assertThat(byFate.get(true)).hasSize(3);
    assertThat(scene.letters(false))
        .hasSize(4)
        .filteredOn(letter -> letter.redriveCount() == 1)
        .extracting(letter -> letter.stage() + " " + letter.reason())
        .containsExactlyInAnyOrder(
            "enrich not-decodable", "enrich not-decodable", "capture not-a-record");
    RedriveRequest large =
        LetterScene.request(LetterFilter.ids(Set.of(scene.letters(false).get(0).id())))
            .with(new byte[Topics.RECORD_BYTES]);
    assertThat(scene.redrive(large).get(0).detail()).contains("more than");
  }

  private List<Outcome> discard(LetterFilter filter, boolean dryRun) {
    List<Outcome> outcomes = new ArrayList<>();
    new Discard(scene.connection(), filter, "bob", "spam", dryRun, Clock.systemUTC(), outcomes::add)
        .run();
    return outcomes;
  }

  private static RedriveRequest all() {
    return LetterScene.request(LetterFilter.ALL);
  }

  private static List<Kind> kinds(List<Outcome> outcomes) {
    return outcomes.stream().map(Outcome::kind).toList();
  }

  private static Letter only(List<Letter> letters) {
    assertThat(letters).hasSize(1);
    return letters.get(0);
  }
}
