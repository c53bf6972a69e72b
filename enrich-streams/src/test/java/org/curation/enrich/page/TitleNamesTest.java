package org.curation.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles without names of sites, and addresses that nobody else can reach. */
class TitleNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "窑炉冷却得慢的好处_陶艺网; 陶艺网; 窑炉冷却得慢的好处",
        "窑炉冷却得慢的好处_陶艺_陶艺网; ; 窑炉冷却得慢的好处",
        "窑炉冷却得慢的好处-陶艺网; 陶艺网; 窑炉冷却得慢的好处",
        "窯はゆっくり冷ますとよい｜陶芸ニュース; ; 窯はゆっくり冷ますとよい",
        "Öfen kühlen langsam – Die Strasse; Die Straße; Öfen kühlen langsam",
        "» Kilns cool slowly; ; Kilns cool slowly",
        "Why snake_case names stay; ; Why snake_case names stay",
        "Kilns <script>alert(1)</script> cool; ; Kilns cool",
        "Kilns <b>cool</b>; ; Kilns cool",
        "How to use <script> in a page; ; How to use <script> in a page"
      })
  void shouldTakeTheSitesNameOff(String title, @Nullable String site, String expected) {
    // Given
    String name = site == null ? "" : "<meta property=og:site_name content='" + site + "'>";

    // When
    PageFacts facts = PageFacts.read("<title>" + title + "</title>" + name, null, null);

    // Then
    assertThat(facts.title().value()).isEqualTo(expected);
  }

  @Test
  void shouldTakeTheSlogansOfASiteOff() {
    // When
    PageFacts facts =
        PageFacts.read(
            "<title>Slow cooling - Kilns</title><meta property=og:site_name content='Kilns - all about clay'>",
            null,
            null);

    // Then
    assertThat(facts.siteName().value()).isEqualTo("Kilns");
    assertThat(facts.title().value()).isEqualTo("Slow cooling");
  }

  @ParameterizedTest
  @CsvSource({"窑炉冷却得慢的好处,zh", "窯はゆっくり冷ます,ja", "가마는 천천히 식힌다,ko", "Slow cooling,"})
  void shouldKnowLanguagesByTheirScript(String title, @Nullable String language) {
    assertThat(PageFacts.read("<title>" + title + "</title>", null, null).lang().value())
        .isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:3000",
        "127.0.0.1",
        "192.168.1.4:8080",
        "10.0.0.1",
        "[::1]",
        "wiki",
        "cms.internal",
        "169.254.1.1"
      })
  void shouldNotBelieveAddressesOfTheWritersOwnNetwork(String host) {
    // Given
    String page =
        "<link rel=canonical href='http://%1$s/a'><meta property=og:image content='http://%1$s/a.png'><title>T</title>"
            .formatted(host);

    // When
    PageFacts outside = PageFacts.read(page, "https://www.kilns.example/a", null);
    PageFacts inside = PageFacts.read(page, "http://" + host + "/a", null);

    // Then
    assertThat(outside.canonical().value()).isNull();
    assertThat(outside.image().value()).isNull();
    assertThat(inside.canonical().value()).isEqualTo("http://" + host + "/a");
    assertThat(inside.image().value()).isEqualTo("http://" + host + "/a.png");
  }

  @Test
  void shouldPassOverABaseInTheWritersOwnNetwork() {
    // When
    PageFacts facts =
        PageFacts.read(
            "<base href='http://localhost/'><link rel=canonical href='/a'>",
            "https://kilns.example/b",
            null);

    // Then
    assertThat(facts.canonical().value()).isEqualTo("https://kilns.example/a");
  }
}
