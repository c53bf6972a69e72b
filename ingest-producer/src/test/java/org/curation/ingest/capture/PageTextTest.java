package org.curation.ingest.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTextTest {

  @Test
  void shouldBelieveAByteOrderMarkFirst() {
    // Given
    String page = "<meta charset=koi8-r>é";

    // When / Then
    assertThat(PageText.of(("\uFEFF" + page).getBytes(StandardCharsets.UTF_8))).isEqualTo(page);
    assertThat(PageText.of(("\uFEFF" + page).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(page);
    assertThat(PageText.of(("\uFEFF" + page).getBytes(StandardCharsets.UTF_16BE))).isEqualTo(page);
  }

  @Test
  void shouldTakeValidUtf8ForUtf8WhateverIsDeclared() {
    // Given
    String page = "<meta charset=\"iso-8859-1\">“naïve”";

    // When / Then
    assertThat(PageText.of(page.getBytes(StandardCharsets.UTF_8))).isEqualTo(page);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<meta charset=koi8-r>Привет | koi8-r",
        "<META content='text/html; charset=windows-1251' http-equiv=x>Привет | windows-1251",
        "<meta charset = \"Shift_JIS\" >こんにちは | Shift_JIS",
        "<meta charset=gb2312>朱镕基的母鸡 | GB18030",
        "<meta charset=x-sjis>㈱鶏①髙 | windows-31j",
        "<meta charset=ks_c_5601-1987>똠방각하 펲시 | x-windows-949",
        "<meta charset=big5>香港嘅雞咗 | Big5-HKSCS",
        "<meta charset=iso-8859-9>Işık “x” | windows-1254",
        "<meta charset=iso-8859-1>“quoted” | windows-1252",
        "<meta charset=x-unknown-y>“quoted” | windows-1252",
        "<meta charset=___>é | windows-1252",
        "no declaration “quoted” | windows-1252"
      })
  void shouldBelieveTheMetaElementThenWindows1252(String page, String charset) {
    // When / Then
    assertThat(PageText.of(page.getBytes(Charset.forName(charset)))).isEqualTo(page);
  }

  @Test
  void shouldNotBelieveUtf16InAsciiText() {
    // Given
    byte[] page = "<meta charset=utf-16>caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);

    // When / Then
    assertThat(PageText.of(page)).isEqualTo("<meta charset=utf-16>caf\uFFFD");
  }

  @Property
  void shouldDecodeAnyBytes(@ForAll byte[] body) {
    // When
    String text = PageText.of(body);

    // Then
    assertThat(text.length()).isLessThanOrEqualTo(body.length);
  }

  @Test
  void shouldBelieveTheServerBeforeThePage() {
    // Given
    String page = "<meta charset=windows-1252><p>żółć</p>";
    byte[] body = page.getBytes(Charset.forName("ISO-8859-2"));

    // When / Then
    assertThat(PageText.of(body, Optional.of("text/html; charset=ISO-8859-2"))).isEqualTo(page);
    // One that names no charset is passed over.
    byte[] utf8 = page.getBytes(StandardCharsets.UTF_8);
    assertThat(PageText.of(utf8, Optional.of("text/html; charset=nonsense"))).isEqualTo(page);
  }

  @Test
  void shouldFindOutWhatNobodyDeclares() {
    // Given
    String page = "<p>" + "Сегодня хорошая погода, и мы идём гулять в парк. ".repeat(8) + "</p>";

    // When / Then
    assertThat(PageText.of(page.getBytes(Charset.forName("windows-1251")))).isEqualTo(page);
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251, Печи остывают медленно",
    "windows-1251, 'Новости района: сегодня открыли школу'",
    "windows-1251, ПЕЧИ ОСТЫВАЮТ МЕДЛЕННО И ЭТО ХОРОШО",
    "KOI8-R, Печи остывают медленно и это хорошо"
  })
  void shouldReadShortCyrillicAsPagesWriteIt(String charset, String text) {
    // Given
    String page = "<html><title>" + text + "</title></html>";

    // When / Then
    assertThat(PageText.of(page.getBytes(Charset.forName(charset)))).isEqualTo(page);
  }
}
