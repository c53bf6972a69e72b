package org.curation.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.Topics;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
  @Test
  void shouldCarryTheOriginalBytesAndSayWhy() {
    // Given
    byte[] original = {(byte) 0xff, 0, 1};
    byte[] key = "open-project:1".getBytes(StandardCharsets.UTF_8);
    DeadLetter letter =
        new DeadLetter(
            "ingest/file/a.json#0",
            "ingest",
            "not-json",
            "m".repeat(5000),
            "a.json",
            key,
            original);

    // When
    var sent = letter.toRecord(Instant.parse("2024-01-01T00:00:00Z"));

    // Then
    assertThat(sent.topic()).isEqualTo(Topics.DEAD_LETTERS.name());
    assertThat(sent.key()).isEqualTo("ingest/file/a.json#0");
    assertThat(sent.value()).isEqualTo(original);
    assertThat(sent.headers().lastHeader(DeadLetterHeaders.ORIGINAL_KEY).value()).isEqualTo(key);
    assertThat(EventHeaders.read(sent.headers(), DeadLetterHeaders.REASON)).isEqualTo("not-json");
    assertThat(EventHeaders.read(sent.headers(), DeadLetterHeaders.FIRST_FAILURE))
        .isEqualTo("2024-01-01T00:00:00Z");
    assertThat(EventHeaders.read(sent.headers(), DeadLetterHeaders.MESSAGE)).hasSize(2000);
  }

  @Test
  void shouldLeaveTheKeyOutWhenThereWasNone() {
    var sent =
        new DeadLetter("id", "sink", "bad-key", "m", "o", null, new byte[0])
            .toRecord(Instant.EPOCH);
    assertThat(sent.headers().lastHeader(DeadLetterHeaders.ORIGINAL_KEY)).isNull();
  }
}
