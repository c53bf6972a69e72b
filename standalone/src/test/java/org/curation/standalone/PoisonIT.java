package org.curation.standalone;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.assertj.core.api.SoftAssertions;
import org.curation.ingest.capture.Fetched;
import org.curation.model.CurationId;
import org.curation.model.Publication;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.OriginalBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Poison between good records, straight on the topics of a real broker, exactly-once: each poison
 * becomes a dead letter with its bytes and its reason, and everything good is published.
 */
class PoisonIT {
  private static final long GOOD = 1;
  private static final long POISON = 1000;

  @TempDir Path folder;

  @Test
  void shouldTurnPoisonIntoDeadLettersAndPublishTheRest() throws Exception {
    // Given
    Map<RecordMetadata, PoisonCase> sent = new LinkedHashMap<>();
    long good = GOOD;
    try (TestPipeline pipeline = new TestPipeline(folder, PoisonIT::fetch)) {
      // When
      for (int partition = 0; partition < TestPipeline.PARTITIONS; partition++) {
        for (PoisonCase poison : PoisonCorpus.all(POISON + 1000L * partition)) {
          sent.put(pipeline.send(poison.to(partition)), poison);
          pipeline.send(RawRecords.good(good));
          good++;
        }
      }
      pipeline.send(
          new ProducerRecord<>(
              "curation.raw",
              null,
              null,
              PoisonCase.utf8(RawRecords.id(good).toString()),
              RawRecords.bytes(RawRecords.good(good)),
              List.of(PoisonCase.header("large", "x".repeat(1_000_000)))));
      pipeline.send(RawRecords.with(good + 1, "Two mebibytes", "x".repeat(2 * 1024 * 1024)));
      pipeline.await();

      // Then
      Map<String, ConsumerRecord<String, byte[]>> letters = pipeline.letters();
      SoftAssertions softly = new SoftAssertions();
      sent.forEach((place, poison) -> check(softly, letters, place, poison));
      softly.assertThat(letters).hasSameSizeAs(sent);
      Map<CurationId, Publication> published = pipeline.publications();
      for (long number = GOOD; number <= good + 1; number++) {
        softly.assertThat(published).containsKey(RawRecords.id(number));
      }
      softly.assertThat(published).hasSize((int) good + 1);
      softly.assertThat(Runs.documents(folder.resolve("site"))).hasSize((int) good + 1);
      softly.assertAll();
    }
  }

  private static void check(
      SoftAssertions softly,
      Map<String, ConsumerRecord<String, byte[]>> letters,
      RecordMetadata place,
      PoisonCase poison) {
    String id =
        DeadLetterHeaders.letterId(
            poison.stage(), place.topic(), place.partition(), place.offset());
    ConsumerRecord<String, byte[]> letter = letters.get(id);
    softly.assertThat(letter).as(poison + " " + id).isNotNull();
    if (letter == null) {
      return;
    }
    softly
        .assertThat(EventHeaders.read(letter.headers(), DeadLetterHeaders.REASON))
        .as(poison + ": " + EventHeaders.read(letter.headers(), DeadLetterHeaders.MESSAGE))
        .isEqualTo(poison.reason());
    byte[] original = poison.value() == null ? new byte[0] : poison.value();
    String whole = EventHeaders.read(letter.headers(), OriginalBytes.WHOLE_VALUE);
    if (whole == null) {
      softly.assertThat(letter.value()).as(poison.name()).isEqualTo(original);
    } else {
      softly.assertThat(whole).as(poison.name()).isEqualTo(Integer.toString(original.length));
      softly.assertThat(original).as(poison.name()).startsWith(letter.value());
    }
    var key = letter.headers().lastHeader(DeadLetterHeaders.ORIGINAL_KEY);
    if (poison.key() != null && poison.key().length < 1000) {
      softly.assertThat(key.value()).as(poison.name()).isEqualTo(poison.key());
    }
  }

  private static Fetched fetch(org.curation.model.CaptureRequest request) {
    return new Fetched.Gone("nothing is fetched here");
  }
}
