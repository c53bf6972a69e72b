package org.curation.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain\ttext\n",
        "é 😀 中 \u00a0\u200d\u200f",
        "\u2066isolate\u2069",
        "a\u2028b"
      })
  void shouldLeaveACleanTextTheSameObject(String text) {
    assertThat(CleanText.ofValue(text).text()).isEqualTo(text);
    assertThat(CleanText.ofBody(text).changed()).isFalse();
  }

  @Test
  void shouldRemoveWhatNobodyCanSee() {
    // Given
    String unclean =
        "a\0\u0007\u001b\u007f\u0085\u009f\ufeff\u202d\u202e\ufffe\uffff\ufdd0"
            + Character.toString(0x1FFFE)
            + "b";

    // When
    CleanText cleaned = CleanText.ofBody(unclean);

    // Then
    assertThat(cleaned).isEqualTo(new CleanText("ab", 13, 0));
  }

  @Test
  void shouldReplaceHalvesOfPairs() {
    assertThat(CleanText.ofValue("\ud800a\udc00\ud83d\ude00"))
        .isEqualTo(new CleanText("\ufffda\ufffd\ud83d\ude00", 0, 2));
  }

  @Test
  void shouldTurnLineBreaksOfValuesIntoLineFeeds() {
    assertThat(CleanText.ofValue("a\r\nb\rc")).isEqualTo(new CleanText("a\nbc", 1, 0));
    assertThat(CleanText.ofBody("a\r\nb\rc")).isEqualTo(new CleanText("a\r\nb\rc", 0, 0));
  }
}
