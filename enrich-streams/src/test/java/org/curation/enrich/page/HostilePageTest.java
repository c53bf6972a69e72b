package org.curation.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a page holds, reading it ends soon and gives facts. */
class HostilePageTest {
  /** Generous: the machine that builds may be busy. A quadratic step takes minutes. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final Instant FETCHED = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<div>",
        "<b>",
        "<a>",
        "<a href=x>",
        "<meta ",
        "<meta property='og:title' content='x'>",
        "<title>",
        "<svg>",
        "<table><a>",
        "<div class=comments><h1>",
        "<time datetime=2020-01-01>",
        "<span itemprop=author><i>",
        "<span itemprop=image><i>",
        "<p class=byline>by ",
        "&amp;",
        "<img src=blank",
        "<h1>a - b | c",
        "<script type=application/ld+json>[",
        "2019-01-01 ",
        "<div class='date author'>1.2.2003",
        "<link rel=icon href=x sizes=any>",
        "<base href=/x/>",
        "<article><main><aside>",
        "<html lang=en>",
        "\u0000",
        "<!--",
        "<![CDATA["
      })
  void shouldReadAMillionCharactersOfOneKindInTime(String part) {
    // Given
    String page =
        "<html><head><title>T</title></head><body>" + part.repeat(1_000_000 / part.length());

    // When / Then
    assertTimeout(
        LIMIT, () -> assertThat(PageFacts.read(page, "https://a.example/", FETCHED)).isNotNull());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{\"a\":",
        "[}",
        "\"",
        "{\"@type\":\"Article\",\"author\":\"",
        "<!--",
        "\\",
        "{'a':"
      })
  void shouldReadLinkedDataOfOneKindInTime(String part) {
    // Given
    String page =
        "<script type='application/ld+json'>"
            + part.repeat(500_000 / part.length())
            + "}".repeat(200_000)
            + "</script><title>T</title>";

    // When / Then
    assertTimeout(
        LIMIT, () -> assertThat(PageFacts.read(page, null, null).title().value()).isEqualTo("T"));
  }

  @ParameterizedTest
  @ValueSource(strings = {" - ", "by ", "a, ", "|", "&amp;", "12 ", "x@y ", "<b>", "2019-"})
  void shouldReadLongValuesInTime(String part) {
    // Given
    String value = part.repeat(15_000 / part.length());
    String metas =
        "<meta name=author content='%1$s'><meta property=og:title content='%1$s'>"
            .concat("<meta name=date content='%1$s'><meta property=og:image content='%1$s'>")
            .formatted(value);

    // When / Then
    assertTimeout(
        LIMIT, () -> assertThat(PageFacts.read(metas.repeat(40), value, FETCHED)).isNotNull());
  }

  @Test
  void shouldCutPagesOfManyMegabytes() {
    // Given
    String page = "<title>Large</title>" + "<p>word</p>".repeat(1_000_000);

    // When / Then
    assertTimeout(
        LIMIT,
        () -> assertThat(PageFacts.read(page, null, null).title().value()).isEqualTo("Large"));
  }

  @Property(tries = 300)
  void shouldReadAnyText(@ForAll String text) {
    assertThatCode(() -> PageFacts.read(text, text, null)).doesNotThrowAnyException();
  }

  @Property(tries = 300)
  void shouldReadAnyMarkup(@ForAll("markup") String html) {
    // When
    PageFacts once = PageFacts.read(html, "https://www.example.org/a/page", FETCHED);

    // Then
    assertThat(PageFacts.read(html, "https://www.example.org/a/page", FETCHED)).isEqualTo(once);
    assertThat(PageJson.values(once).size()).isEqualTo(14);
    assertThat(PageJson.explained(once).isEmpty()).isFalse();
  }

  @Provide
  Arbitrary<String> markup() {
    Arbitrary<String> parts =
        Arbitraries.of(
            "<meta property=og:title content='",
            "<meta name=author content=",
            "'>",
            ">",
            "<title>",
            "</title>",
            "<script type='application/ld+json'>",
            "</script>",
            "{\"@type\":\"Article\"",
            ",\"author\":",
            "{\"@id\":\"#a\"}",
            "}",
            "[",
            "]",
            "\"",
            "&#x110000;",
            "&amp;lt;",
            "<link rel=canonical href=",
            "http://[::1",
            "//",
            "?",
            "<time datetime=",
            "2020-13-45",
            "99999999999999",
            "0000-00-00",
            "31 février 2020",
            "<h1>",
            "By ",
            ", ",
            "\uD83D",
            " | ",
            "<base href=':'>",
            "<img srcset=', ,' width=99999999999>",
            "<html lang='--'>",
            "<link rel=icon sizes='9x99999'>",
            "<div class='byline date'>",
            "</div>",
            "25:61 pm +99:99");
    return parts.list().ofMaxSize(40).map(list -> String.join("", list));
  }
}
