package org.curation.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.curation.ingest.source.IngestReport.Example;
import org.curation.ingest.testing.Records;
import org.curation.model.CurationId;
import org.curation.model.Identity;
import org.curation.model.Offering;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.Topics;
import org.curation.service.DeadLetter;
import org.junit.jupiter.api.Test;

class IngestRunTest {
  private static final Instant NOW = Instant.parse("2022-02-02T02:02:02Z");
  private static final int MIB = 1024 * 1024;

  private final MockProducer<String, byte[]> producer = producer(true);
  private final List<Long> progress = new ArrayList<>();

  @Test
  void shouldPublishEachKindToItsTopic() {
    // When
    IngestReport report =
        run(
            new SourceItem.OfferingItem(new Offering(5, "Five", List.of("a: b"))),
            new SourceItem.OfferingWithdrawn(6),
            curation("open-project:1", 2, "x"),
            new SourceItem.Undecodable(letter(new byte[] {1, 2})));

    // Then
    assertThat(producer.history())
        .extracting(sent -> sent.topic() + " " + sent.key())
        .containsExactly(
            "curation.offerings 5",
            "curation.offerings 6",
            "curation.raw open-project:1",
            "curation.dead-letters ingest/file/a.json#0");
    assertThat(producer.history().get(1).value()).isNull();
    assertThat(producer.closed()).isTrue();
    assertThat(report.offerings()).isEqualTo(1);
    assertThat(report.withdrawn()).isEqualTo(1);
    assertThat(report.records()).isEqualTo(1);
    assertThat(IngestReport.total(report.deadLettered())).isEqualTo(1);
  }

  @Test
  void shouldWriteCloudEventsHeaders() {
    // When
    run(curation("open-project:1", 2, "x"));

    // Then
    ProducerRecord<String, byte[]> sent = producer.history().get(0);
    assertThat(EventHeaders.read(sent.headers(), EventHeaders.TYPE))
        .isEqualTo("org.curation.raw.v1");
    assertThat(EventHeaders.read(sent.headers(), EventHeaders.SUBJECT)).isEqualTo("open-project:1");
    assertThat(EventHeaders.read(sent.headers(), EventHeaders.ID))
        .startsWith("open-project:1/0.2/UPDATED/");
    assertThat(EventHeaders.read(sent.headers(), EventHeaders.TRACE_PARENT)).isNotBlank();
    assertThat(sent.timestamp()).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void shouldNameEqualRecordsEqually() {
    // When
    run(
        curation("open-project:1", 2, "x"),
        curation("open-project:1", 2, "x"),
        curation("open-project:1", 2, "y"));

    // Then
    List<String> ids =
        producer.history().stream()
            .map(sent -> String.valueOf(EventHeaders.read(sent.headers(), EventHeaders.ID)))
            .toList();
    assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
  }

  @Test
  void shouldCountByReasonAndKeepTheHighestVersion() {
    // Given
    List<SourceItem> items = new ArrayList<>();
    for (int i = 0; i < 107; i++) {
      items.add(new SourceItem.Skipped("f" + i, "repeated"));
    }
    items.add(new SourceItem.Rejected("g", "unsigned", "say why"));
    items.add(curation("open-project:1", 1, "x"));
    items.add(curation("open-project:1", 3, "x"));
    items.add(curation("open-project:1", 2, "x"));

    // When
    IngestReport report = run(items.toArray(SourceItem[]::new));

    // Then
    assertThat(report.read()).isEqualTo(111);
    assertThat(report.skipped()).containsOnlyKeys("repeated");
    assertThat(report.skipped().get("repeated").count()).isEqualTo(107);
    assertThat(report.skipped().get("repeated").examples())
        .extracting(Example::origin)
        .hasSize(100)
        .startsWith("f0", "f1", "f2")
        .endsWith("f99");
    assertThat(report.rejected().get("unsigned").examples())
        .containsExactly(new Example("g", "say why"));
    assertThat(report.curations())
        .isEqualTo(Map.of(CurationId.parse("open-project:1"), new Version(0, 3)));
    assertThat(progress).isSorted().endsWith(111L);
  }

  @Test
  void shouldDeadLetterWhatIsTooLarge() {
    // Given
    String large = "x".repeat(Topics.RECORD_BYTES);

    // When
    IngestReport report =
        run(
            curation("open-project:1", 1, large),
            new SourceItem.OfferingItem(new Offering(5, large, List.of())));

    // Then
    assertThat(report.records()).isZero();
    assertThat(report.curations()).isEmpty();
    assertThat(report.offerings()).isZero();
    assertThat(report.deadLettered().get("too-large").count()).isEqualTo(2);
    assertThat(producer.history())
        .extracting(ProducerRecord::topic)
        .containsOnly("curation.dead-letters");
    ProducerRecord<String, byte[]> letter = producer.history().get(0);
    assertThat(letter.key()).startsWith("ingest/curation.raw/open-project:1/0.1/UPDATED/");
    assertThat(Topics.RAW.serde().deserializer().deserialize("raw", letter.value()).id())
        .hasToString("open-project:1");
    assertThat(EventHeaders.read(letter.headers(), DeadLetterHeaders.ORIGINAL_KEY))
        .isEqualTo("open-project:1");
  }

  @Test
  void shouldCutALetterThatWouldBeTooLargeItself() {
    // Given
    byte[] huge = new byte[20 * MIB];
    huge[0] = 'x';

    // When
    run(new SourceItem.Undecodable(letter(huge)));

    // Then
    ProducerRecord<String, byte[]> sent = producer.history().get(0);
    assertThat(sent.value()).hasSize(Topics.LARGE_RECORD_BYTES - 64 * 1024).startsWith('x');
    assertThat(EventHeaders.read(sent.headers(), DeadLetterHeaders.MESSAGE))
        .startsWith("Only the first 8323072 of 20971520 bytes are kept here.")
        .endsWith("what is wrong");
  }

  @Test
  void shouldFailOnceARecordIsNotAcknowledged() {
    // Given
    MockProducer<String, byte[]> failing = producer(false);
    Source source =
        out -> {
          out.accept(curation("open-project:1", 1, "x"));
          failing.errorNext(new TimeoutException("no broker answers"));
          out.accept(curation("open-project:1", 2, "x"));
        };

    // When / Then
    assertThatThrownBy(() -> run(failing, source))
        .isInstanceOf(PublishException.class)
        .hasMessageContaining("curation.raw")
        .hasMessageContaining("no broker answers");
    assertThat(progress).containsExactly(0L);
    assertThat(failing.closed()).isTrue();
  }

  @Test
  void shouldNotReportWhatIsNotAcknowledgedYet() {
    // Given
    MockProducer<String, byte[]> slow = producer(false);
    Source source =
        out -> {
          out.accept(curation("open-project:1", 1, "x"));
          out.accept(new SourceItem.Skipped("f", "repeated"));
          slow.completeNext();
          out.accept(new SourceItem.Skipped("f", "repeated"));
        };

    // When
    run(slow, source);

    // Then
    assertThat(progress).containsExactly(0L, 1L, 3L, 3L);
  }

  @Test
  void shouldCloseTheProducerWhenTheSourceFails() {
    // Given
    Source source =
        out -> {
          throw new IllegalStateException("disk on fire");
        };

    // When / Then
    assertThatThrownBy(() -> run(producer, source)).hasMessage("disk on fire");
    assertThat(producer.closed()).isTrue();
  }

  @Test
  void shouldPublishIdentitiesBeforeTheBeginningOfTime() {
    // Given
    Identity identity =
        new Identity(
            CurationId.parse("open-project:1"), "doc", null, List.of(), Identity.Origin.IMPORTED);

    // When
    long published = new IdentityPublisher(() -> producer).publish(List.of(identity));

    // Then
    assertThat(published).isEqualTo(1);
    ProducerRecord<String, byte[]> sent = producer.history().get(0);
    assertThat(sent.topic()).isEqualTo("curation.identities");
    assertThat(sent.timestamp()).isZero();
    assertThat(Topics.IDENTITIES.serde().deserializer().deserialize("t", sent.value()))
        .isEqualTo(identity);
  }

  /** A source of one method. */
  private interface Source extends Consumer<Consumer<? super SourceItem>> {}

  private IngestReport run(SourceItem... items) {
    return run(producer, out -> List.of(items).forEach(out));
  }

  private IngestReport run(MockProducer<String, byte[]> to, Source source) {
    org.curation.ingest.source.Source named =
        new org.curation.ingest.source.Source() {
          @Override
          public String name() {
            return "test";
          }

          @Override
          public void read(Consumer<? super SourceItem> out) {
            source.accept(out);
          }
        };
    return new IngestRun(() -> to, named, progress::add, Clock.fixed(NOW, ZoneOffset.UTC)).run();
  }

  private static MockProducer<String, byte[]> producer(boolean acknowledging) {
    return new MockProducer<>(
        acknowledging, null, new StringSerializer(), new ByteArraySerializer());
  }

  private static SourceItem curation(String id, long version, String text) {
    return new SourceItem.Curation(
        new RawCuration(
            CurationId.parse(id),
            SourceEvent.UPDATED,
            new Version(0, version),
            null,
            NOW,
            "a.json",
            Records.parse("{\"text\":\"" + text + "\"}"),
            null));
  }

  private static DeadLetter letter(byte[] bytes) {
    return new DeadLetter(
        "ingest/file/a.json#0", "ingest", "not-json", "what is wrong", "a.json", null, bytes);
  }
}
