package org.curation.enrich.link.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlParserTest {
  private static final String[] PIECES = {
    "https://", "http:", "a.org", "/", "\\", "..", "%2e", "?", "#", "@", ":", ":80", "[::1]", "[",
        "]",
    "ü", "xn--", "xn--mnchen-3ya", "。", "1", "0x7f", "256", " ", "\t", "\n", "\"", "'", "<", "%",
        "&",
    "\uD800", "\u0001", "ß", "😀", "\u200D", "א", "+", "=", "`", "{", "^", "|"
  };

  @ParameterizedTest
  @CsvSource({
    "HTTP://EXAMPLE.org,             http://example.org/",
    "https://example.org:443/a,      https://example.org/a",
    "http://example.org:443/a,       http://example.org:443/a",
    "http://example.org:080/,        http://example.org/",
    "http://example.org:/,           http://example.org/",
    "https:example.org,              https://example.org/",
    "https:/example.org,             https://example.org/",
    "https:////example.org,          https://example.org/",
    "https:\\\\example.org\\a\\b,    https://example.org/a/b",
    "https://example.org?x,          https://example.org/?x",
    "https://example.org#x,          https://example.org/#x",
    "https://example.org/?,          https://example.org/?",
    "https://example.org/#,          https://example.org/#",
    "https://a@b@example.org/,       https://a%40b@example.org/",
    "https://u:p@example.org/,       https://u:p@example.org/",
    "https://:@example.org/,         https://example.org/",
    "https://@example.org/,          https://example.org/",
    "https://u:@example.org/,        https://u@example.org/",
  })
  void shouldReadTheAuthority(String text, String expected) {
    assertThat(read(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "/a/./b,          /a/b",
    "/a/../b,         /b",
    "/a/..,           /",
    "/a/b/..,         /a/",
    "/a/.,            /a/",
    "/../../a,        /a",
    "/a/%2E%2e/b,     /b",
    "/a/.%2e/b,       /b",
    "/a/%2E/b,        /a/b",
    "/a/...,          /a/...",
    "/a//b/,          /a//b/",
    "/a//../b,        /a/b",
    "/a b,            /a%20b",
    "/%7eme/%c3%bc,   /%7eme/%c3%bc",
    "/ü,              /%C3%BC",
    "/{a}`,           /%7Ba%7D%60",
    "/a|b^c[d],       /a|b^c[d]",
    "/%zz%,           /%zz%",
    "'/?a=b c&d=+&e=%20', '/?a=b%20c&d=+&e=%20'",
    "'/?a=''b''',     '/?a=%27b%27'",
    "'/?a=`{|}',      '/?a=`{|}'",
    "'/#a b`c',       '/#a%20b%60c'",
    "'/#a''b{',       '/#a''b{'",
  })
  void shouldEscapeWhatMustBeAndNothingElse(String rest, String expected) {
    assertThat(read("https://example.org" + rest)).isEqualTo("https://example.org" + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "127.1,                 127.0.0.1",
    "0x7f.1,                127.0.0.1",
    "0300.0250.1,           192.168.0.1",
    "3232235777,            192.168.1.1",
    "192.168.0.1.,          192.168.0.1",
    "0xffffffff,            255.255.255.255",
    "[1:0:0:0:2:0:0:3],     [1::2:0:0:3]",
    "[0:0:0:0:0:0:0:0],     [::]",
    "[1:0:2:3:4:5:6:7],     [1:0:2:3:4:5:6:7]",
    "[::FFFF:1.2.3.4],      [::ffff:102:304]",
    "[ABCD::],              [abcd::]",
    "münchen.de,            xn--mnchen-3ya.de",
    "MÜNCHEN.de,            xn--mnchen-3ya.de",
    "faß.de,                xn--fa-hia.de",
    "日本。jp,               xn--wgv71a.jp",
    "ex%41mple.org,         example.org",
    "ｅxample.org,           example.org",
    "a\u00ADb.org,          ab.org",
    "xn--mnchen-3ya.de,     xn--mnchen-3ya.de",
    "a_b.org,               a_b.org",
  })
  void shouldReadHosts(String host, String expected) {
    assertThat(read("http://" + host)).isEqualTo("http://" + expected + "/");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "''|EMPTY",
        "'  \n '|EMPTY",
        "example.org/a|NOT_ABSOLUTE",
        "example.org:80/a|NOT_ABSOLUTE",
        "//example.org/|NOT_ABSOLUTE",
        "1http://example.org/|NOT_ABSOLUTE",
        "mailto:a@example.org|NOT_WEB",
        "javascript:alert(1)|NOT_WEB",
        "ftp://example.org/|NOT_WEB",
        "data:text/html,x|NOT_WEB",
        "https://|NO_HOST",
        "https://?x|NO_HOST",
        "https://u@/|NO_HOST",
        "https://:80/|NO_HOST",
        "https://exa mple.org/|BAD_HOST",
        "https://exam%00ple.org/|BAD_HOST",
        "https://a<b.org/|BAD_HOST",
        "https://www.test[.org/|BAD_HOST",
        "https://[::1/|BAD_HOST",
        "https://[1::2::3]/|BAD_HOST",
        "https://[1:2:3]/|BAD_HOST",
        "https://[::1%25eth0]/|BAD_HOST",
        "https://256.1.1.1/|BAD_HOST",
        "https://1.2.3.4.5/|BAD_HOST",
        "https://1.2.3.09/|BAD_HOST",
        "https://xn--a-/|BAD_HOST",
        "https://xn--/|BAD_HOST",
        "https://\u00AD/|BAD_HOST",
        "https://example.org:65536/|BAD_PORT",
        "https://example.org:8o/|BAD_PORT",
        "https://example.org:-1/|BAD_PORT"
      },
      delimiter = '|')
  void shouldSayWhyATextIsNoAddress(String text, Refusal expected) {
    assertThat(UrlParser.parse(text)).isEqualTo(new Parsed.Refused(expected));
  }

  @Test
  void shouldRemoveLineBreaksAndOuterControls() {
    assertThat(read(" \u0001https://exa\nmple.org/\ta \n")).isEqualTo("https://example.org/a");
  }

  @Test
  void shouldReadItsOwnWritingAsTheSame() {
    // Given
    Random random = new Random(20261125);
    int addresses = 0;

    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "https://" : "");
      for (int j = random.nextInt(9); j >= 0; j--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }

      // When
      Parsed parsed = UrlParser.parse(text.toString());

      // Then
      if (parsed instanceof Parsed.Address found) {
        assertThat(UrlParser.parse(found.address().text())).as(text.toString()).isEqualTo(parsed);
        addresses++;
      }
    }
    assertThat(addresses).isGreaterThan(2000);
  }

  private static String read(String text) {
    return UrlParser.parse(text) instanceof Parsed.Address found
        ? found.address().text()
        : "refused";
  }
}
