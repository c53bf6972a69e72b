package org.curation.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curation.sink.store.TestDocuments.document;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.curation.model.Document;
import org.curation.model.topic.JsonSerde;
import org.curation.sink.Decoded.Incoming;
import org.curation.sink.Decoded.Undecodable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentDecoderTest {
  private static final Document DOCUMENT = document("1", "content/a.md").get();
  private static final byte[] VALUE = JsonSerde.of(Document.class).write(DOCUMENT);

  @Test
  void shouldReadADocument() {
    // When
    Decoded decoded = DocumentDecoder.decode(record(bytes("open-project:1"), VALUE));

    // Then
    assertThat(decoded)
        .isInstanceOfSatisfying(
            Incoming.class, incoming -> assertThat(incoming.document()).isEqualTo(DOCUMENT));
  }

  @ParameterizedTest
  @CsvSource({
    "open-project:1, undecodable, {",
    "open-project:1, undecodable, null",
    "open-project:1, undecodable, {}",
    "open-project:1, undecodable, nonsense",
    "no id, bad-key, {}",
    "Ω:1, bad-key, {}"
  })
  void shouldSayWhatIsWrongWithPoison(String key, String reason, String value) {
    // When
    Decoded decoded = DocumentDecoder.decode(record(bytes(key), bytes(value)));

    // Then
    assertReason(decoded, reason);
  }

  @Test
  void shouldSayWhatIsWrongWithoutKeyOrValueOrWithAnothersKey() {
    // When / Then
    assertReason(DocumentDecoder.decode(record(null, VALUE)), "bad-key");
    assertReason(DocumentDecoder.decode(record(bytes("open-project:1"), null)), "undecodable");
    assertReason(DocumentDecoder.decode(record(bytes("open-project:2"), VALUE)), "id-mismatch");
  }

  @Test
  void shouldSurviveDeepNestingAndBrokenUtf8() {
    // Given
    byte[] deep = bytes("[".repeat(10_000) + "]".repeat(10_000));
    byte[] broken = {'{', '"', (byte) 0xc3, '"', ':', '1', '}'};

    // When / Then
    assertReason(DocumentDecoder.decode(record(bytes("open-project:1"), deep)), "undecodable");
    assertReason(DocumentDecoder.decode(record(bytes("open-project:1"), broken)), "undecodable");
  }

  private static void assertReason(Decoded decoded, String reason) {
    assertThat(decoded)
        .isInstanceOfSatisfying(
            Undecodable.class,
            bad -> {
              assertThat(bad.reason()).isEqualTo(reason);
              assertThat(bad.message()).isNotBlank();
            });
  }

  private static ConsumerRecord<byte[], byte[]> record(
      byte @Nullable [] key, byte @Nullable [] value) {
    return new ConsumerRecord<>("curation.documents", 0, 5, key, value);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
