package org.curation.enrich.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CuttingTest {
  private static final List<String> PIECES =
      List.of(
          "word ",
          "Word. ",
          "Mr. ",
          "3. ",
          "longerword",
          ", ",
          "日本語",
          "。",
          "ไทย",
          "👨‍👩‍👧‍👦",
          "🇩🇪",
          "e\u0301",
          "؟ ",
          "ς; ",
          "😀",
          "\ud83d",
          "…",
          "\" ",
          "कि",
          "각",
          "i.e. ",
          "\r\n",
          "\u200d");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "60|en|Mr. Jones met Dr. J. K. Rowling in May. They talked about ropes for hours."
            + "|Mr. Jones met Dr. J. K. Rowling in May.",
        "50|en|Mr. Jones, who owns ropes, met somebody called Dr. Rowling there."
            + "|Mr. Jones, who owns ropes, met somebody called…",
        "70|de|Am 3. Oktober feiert z. B. Dr. Müller den Tag. Danach, am 4. Oktober, schläft er."
            + "|Am 3. Oktober feiert z. B. Dr. Müller den Tag.",
        "60|en|He said “no.” Then nothing was said for a very long time, by anybody."
            + "|He said “no.” Then nothing was said for a very long time…",
        "60|en|See fig. 3 and No. 7 in the book, and then go home now. And stay."
            + "|See fig. 3 and No. 7 in the book, and then go home now.",
        "60|ar|هل هذا سؤال طويل جدا عن شيء لا نعرفه بعد في العالم؟ نعم هذا سؤال طويل"
            + "|هل هذا سؤال طويل جدا عن شيء لا نعرفه بعد في العالم؟",
        "60|el|Τι είναι αυτό που βλέπουμε σήμερα στον κόσμο μας; Είναι κάτι πολύ ωραίο"
            + "|Τι είναι αυτό που βλέπουμε σήμερα στον κόσμο μας;",
        "40|ja|これはとても長い日本語の文章です。句読点がありますが空白はありません。だから言葉の終わりを見つける"
            + "|これはとても長い日本語の文章です。句読点がありますが空白はありません。"
      })
  void shouldCutAtASentenceElseAWord(int budget, String language, String text, String cut) {
    assertThat(new Cutting(budget, Locale.forLanguageTag(language)).cut(text)).isEqualTo(cut);
    assertThat(new Cutting(budget, Locale.ROOT).cut(text)).isEqualTo(cut);
  }

  @Test
  void shouldKnowThaiWords() {
    // Given
    String text =
        "ภาษาไทยเป็นภาษาที่ไม่มีการเว้นวรรคระหว่างคำดังนั้นการตัดคำจึงต้องใช้พจนานุกรมในการหาขอบเขต";

    // When / Then
    assertThat(new Cutting(60, Locale.ROOT).cut(text))
        .isEqualTo("ภาษาไทยเป็นภาษาที่ไม่มีการเว้นวรรคระหว่างคำดังนั้นการตัดคำจึงต้องใช้…");
  }

  @Test
  void shouldCountAsReadersDo() {
    // Given
    String family = "👨‍👩‍👧‍👦";
    String flag = "🇩🇪";

    // When / Then
    Cutting cutting = new Cutting(40, Locale.ROOT);
    assertThat(cutting.cut(family.repeat(40))).isEqualTo(family.repeat(40));
    assertThat(cutting.cut(family.repeat(41))).isEqualTo(family.repeat(39) + "…");
    assertThat(cutting.cut(flag.repeat(41))).isEqualTo(flag.repeat(39) + "…");
    assertThat(cutting.cut("e\u0301".repeat(41))).isEqualTo("e\u0301".repeat(39) + "…");
    assertThat(cutting.cut("x".repeat(40))).isEqualTo("x".repeat(40));
    assertThat(cutting.cut("")).isEmpty();
  }

  @Test
  void shouldRefuseBudgetsWithoutRoom() {
    assertThatThrownBy(() -> new Cutting(39, Locale.ROOT))
        .hasMessage("budget must be from 40 to 2000, not 39");
    assertThatThrownBy(() -> new Cutting(2001, Locale.ROOT)).hasMessageContaining("2001");
  }

  @Property(tries = 2000)
  void shouldStayWithinTheBudgetAndTheText(@ForAll long seed) {
    // Given
    Random random = new Random(seed);
    StringBuilder built = new StringBuilder();
    for (int i = random.nextInt(120); i > 0; i--) {
      built.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    String text = Cleaning.ofText(built.toString());
    int budget = 40 + random.nextInt(100);

    // When
    String cut = new Cutting(budget, random.nextBoolean() ? Locale.ROOT : Locale.GERMAN).cut(text);

    // Then
    assertThat(Graphemes.of(cut, 10_000).count()).isLessThanOrEqualTo(budget);
    if (!text.startsWith(cut)) {
      assertThat(cut).endsWith("…");
      String kept = cut.substring(0, cut.length() - 1);
      assertThat(text).startsWith(kept);
      assertThat(Graphemes.of(text, 10_000).floor(kept.length())).isEqualTo(kept.length());
    }
    if (Graphemes.of(text, budget).whole()) {
      assertThat(cut).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a ", "a. ", "\u0301", "🇩", "👩\u200d", "\ud83d", ".", "ไ", "…"})
  void shouldCutAMegabyteInTime(String piece) {
    // Given
    String text = piece.repeat(1_000_000 / piece.length());

    // When / Then
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(new Cutting(200, Locale.ROOT).cut(text).length()).isLessThan(3300));
  }
}
