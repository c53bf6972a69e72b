package org.curation.model.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class OriginalBytesTest {
  private final RecordHeaders headers = new RecordHeaders();

  @Test
  void shouldKeepWhatFits() {
    // Given
    byte[] value = {1, 2};

    // When / Then
    assertThat(OriginalBytes.keep(headers, new byte[] {'k'}, value)).isSameAs(value);
    assertThat(EventHeaders.read(headers, DeadLetterHeaders.ORIGINAL_KEY)).isEqualTo("k");
    assertThat(headers.toArray()).hasSize(1);
  }

  @Test
  void shouldCutWhatNoLetterCanHold() {
    // When
    byte[] kept = OriginalBytes.keep(headers, new byte[512 * 1024], new byte[10_000_000]);

    // Then
    assertThat(kept.length + 512 * 1024).isLessThan(Topics.LARGE_RECORD_BYTES - 50_000);
    assertThat(EventHeaders.read(headers, OriginalBytes.WHOLE_VALUE)).isEqualTo("10000000");
  }

  @Test
  void shouldLeaveOutAHugeKey() {
    // When
    OriginalBytes.keep(headers, new byte[5_000_000], new byte[1]);

    // Then
    assertThat(EventHeaders.read(headers, OriginalBytes.OMITTED_KEY)).isEqualTo("5000000");
    assertThat(headers.lastHeader(DeadLetterHeaders.ORIGINAL_KEY)).isNull();
  }
}
