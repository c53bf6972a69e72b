package org.curation.service.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.curation.model.CurationId;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.Partitioning;
import org.curation.model.topic.Topics;
import org.curation.service.DeadLetter;
import org.junit.jupiter.api.Test;

class LettersTest {
  private static final Instant THEN = Instant.parse("2026-01-01T10:00:00Z");
  private static final Instant NOW = Instant.parse("2026-01-02T10:00:00Z");

  @Test
  void shouldReadIdsOfRecordsAndOfNothingElse() {
    assertThat(LetterAddress.parse("enrich/curation.raw/3/17"))
        .contains(new LetterAddress("enrich", "curation.raw", 3, 17));
    assertThat(LetterAddress.parse("ingest/file/a/b.json#0")).isEmpty();
    assertThat(LetterAddress.parse("ingest/curation.raw/open-project:1/0.2")).isEmpty();
    assertThat(LetterAddress.parse("enrich/curation.raw/3/99999999999999999999")).isEmpty();
    assertThat(LetterAddress.topicOf("ingest/file/a.json#0")).isEqualTo("file");
  }

  @Test
  void shouldFollowTheTopicsPartitionRule() {
    byte[] key = "open-project:1|page".getBytes(StandardCharsets.UTF_8);
    byte[] request =
        "{\"key\":\"open-project:1|page\",\"number\":1,\"url\":\"https://a.example/x\",\"fileName\":\"f\"}"
            .getBytes(StandardCharsets.UTF_8);
    LetterAddress from = new LetterAddress("enrich", "curation.captures", 6, 0);

    assertThat(Resend.of(Topics.CAPTURES, from, key, new byte[0], 5).partition())
        .isEqualTo(Partitioning.forCuration(CurationId.parse("open-project:1"), 5));
    assertThat(Resend.of(Topics.CAPTURE_REQUESTS, from, key, request, 7).partition())
        .isEqualTo(Partitioning.forUrl("https://a.example/x", 7));
    assertThat(Resend.of(Topics.CAPTURE_REQUESTS, from, key, new byte[] {'{'}, 7).partition())
        .as("unreadable: where it was")
        .isEqualTo(6);
    assertThat(Resend.of(Topics.RAW, from, null, new byte[0], 7).partition()).isEqualTo(6);
    assertThat(Resend.of(Topics.OFFERING_CHANGES, from, key, new byte[0], 7).partition())
        .isEqualTo(6);
  }

  @Test
  void shouldCarryTheStoryOverToTheNextLetter() {
    // Given
    ConsumerRecord<byte[], byte[]> first = received(letter(null).toRecord(THEN));
    Letter letter = Letter.of(first);
    Resend resend =
        Resend.of(
            Topics.RAW,
            LetterAddress.parse(letter.id()).orElseThrow(),
            "open-project:1".getBytes(StandardCharsets.UTF_8),
            first.value(),
            4);

    // When
    ProducerRecord<byte[], byte[]> back = LetterRecords.redriven(letter, first, resend, null, NOW);
    DeadLetter again =
        new DeadLetter(
            "enrich/curation.raw/0/9",
            "enrich",
            "no-lane",
            "m",
            "o",
            null,
            back.value(),
            back.headers());
    Letter second = Letter.of(received(again.toRecord(NOW)));

    // Then
    assertThat(back.value()).isEqualTo(first.value());
    assertThat(second.redriveCount()).isEqualTo(1);
    assertThat(second.redriveOf()).isEqualTo(letter.id());
    assertThat(second.firstFailure()).isEqualTo(THEN);
    assertThat(second.time()).isEqualTo(NOW);
  }

  @Test
  void shouldNotBelieveHeadersThatMakeNoSense() {
    // Given
    ProducerRecord<String, byte[]> hostile = letter(null).toRecord(THEN);
    EventHeaders.set(hostile.headers(), DeadLetterHeaders.REDRIVE_COUNT, "-1e9");
    EventHeaders.set(hostile.headers(), DeadLetterHeaders.REDRIVE_OF, "x");

    // When
    Letter next = Letter.of(received(letter(hostile).toRecord(NOW)));

    // Then
    assertThat(next.redriveCount()).isZero();
    assertThat(next.redriveOf()).isNull();
    EventHeaders.set(hostile.headers(), DeadLetterHeaders.REDRIVE_COUNT, "2");
    EventHeaders.set(hostile.headers(), DeadLetterHeaders.FIRST_FAILURE, "yesterday");
    assertThat(Letter.of(received(letter(hostile).toRecord(NOW))).firstFailure()).isEqualTo(NOW);
  }

  @Test
  void shouldKeepTheWholeStoryInADecision() {
    // Given
    ConsumerRecord<byte[], byte[]> open = received(letter(null).toRecord(THEN));

    // When
    Letter decided =
        Letter.of(
            received(
                LetterRecords.decision(
                    open,
                    new Decision("discarded", "ann", "a test", NOW, null),
                    open.value(),
                    NOW)));

    // Then
    assertThat(decided.decision()).isEqualTo(new Decision("discarded", "ann", "a test", NOW, null));
    assertThat(decided.reason()).isEqualTo("no-lane");
    assertThat(decided.key()).isEqualTo("open-project:1");
    assertThat(decided.firstFailure()).isEqualTo(THEN);
    assertThat(decided.bytes()).isEqualTo(3);
    assertThat(LetterText.json(decided)).contains("\"why\":\"a test\"");
  }

  @Test
  void shouldShowTextAsTextAndBytesAsADumpAndObeyNoControls() {
    ProducerRecord<String, byte[]> hostile = letter(null).toRecord(THEN);
    EventHeaders.set(hostile.headers(), DeadLetterHeaders.MESSAGE, "red \u001b[31m text");
    assertThat(LetterText.row(Letter.of(received(hostile)))).doesNotContain("\u001b");
    assertThat(LetterText.page(List.of(received(hostile)))).doesNotContain("\u001b");
    assertThat(LetterText.body("Grüße".getBytes(StandardCharsets.UTF_8))).isEqualTo("Grüße");
    assertThat(LetterText.body(new byte[] {(byte) 0xc3, 0x28})).contains("c3 28", "|.(|");
  }

  @Test
  void shouldFilter() {
    Letter letter = Letter.of(received(letter(null).toRecord(THEN)));
    assertThat(filter("enrich", null, null, null, null).matches(letter)).isTrue();
    assertThat(filter("sink", null, null, null, null).matches(letter)).isFalse();
    assertThat(filter(null, "no-lane", "curation.raw", THEN, "open-project:*").matches(letter))
        .isTrue();
    assertThat(filter(null, null, "curation.captures", null, null).matches(letter)).isFalse();
    assertThat(filter(null, null, null, NOW, null).matches(letter)).isFalse();
    assertThat(filter(null, null, null, null, "open-project:2").matches(letter)).isFalse();
  }

  private static LetterFilter filter(
      String stage, String reason, String topic, Instant since, String key) {
    return new LetterFilter(Set.of(), stage, reason, topic, since, key);
  }

  private static DeadLetter letter(ProducerRecord<?, ?> source) {
    return new DeadLetter(
        "enrich/curation.raw/0/7",
        "enrich",
        "no-lane",
        "No lane takes it.",
        "curation.raw-0@7",
        "open-project:1".getBytes(StandardCharsets.UTF_8),
        new byte[] {1, 2, 3},
        source == null ? null : source.headers());
  }

  private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<?, byte[]> sent) {
    Object key = sent.key();
    ConsumerRecord<byte[], byte[]> message =
        new ConsumerRecord<>(
            sent.topic(),
            0,
            0,
            sent.timestamp(),
            org.apache.kafka.common.record.TimestampType.CREATE_TIME,
            0,
            0,
            key instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) key,
            sent.value(),
            sent.headers(),
            java.util.Optional.empty());
    return message;
  }
}
