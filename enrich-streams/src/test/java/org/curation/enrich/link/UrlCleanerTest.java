package org.curation.enrich.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.curation.enrich.link.Cleaned.Outcome;
import org.curation.enrich.link.url.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlCleanerTest {
  private static final UrlCleaner CLEANER =
      RulesFixture.cleaner(
          """
          - {id: utm, strip: ["utm_*", gclid, fbclid]}
          - {id: reader, identifies-reader: true, strip: [mc_eid]}
          - {id: value, strip: [{key: ref_value, value: ["re:[0-9]{2}", news*], value-not: [news-x]}]}
          - {id: own, strip: [{key: ref_own, value: own-host}]}
          - {id: token, strip: [mkt_tok], unless: [{path: ["*unsubscribe*"]}, {key: [keep_me]}]}
          - {id: shop, hosts: ["shop.*"], strip: [tag, "re:p[df]_rd_.*"], keep: [gclid]}
          - {id: shop.search, hosts: ["shop.*"], paths: [/search, "/*/dp"], strip: [qid]}
          - {id: only, hosts: ["=only.org"], strip: [a]}
          - {id: video, hosts: [video.org], not-hosts: [api.video.org], strip: [si]}
          - {id: fragments, strip-fragment: ["xtor=*"]}
          - {id: addthis, case-sensitive: true, strip-fragment: ['re:\\.[T-Y][A-Za-z0-9_-]{10}']}
          - {id: routes, hosts: [app.org], keep-fragment: ["state*"]}
          - {id: signed, when: {key: [X-Sig]}, untouched: true}
          - {id: kept, hosts: [kept.org], keep: ["utm_*"]}
          - {id: brackets, hosts: [face.org], strip: ["__cft__[0]"]}
          - {id: ref, hosts: [shop.de], rewrite: {cut: 're:/ref=[^/]*'}}
          - {id: turn, hosts: [turn.org], rewrite: {match: 're:(https?://turn\\.org)/a(/.*)', to: "$1$2"}}
          """);

  @ParameterizedTest
  @CsvSource(
      value = {
        "https://a.org/?utm_source=x|https://a.org/",
        "https://a.org/?a=1&utm_source=x&b=2|https://a.org/?a=1&b=2",
        "https://a.org/?UTM_Source=x&a=%20+%2f&b=&c&=d|https://a.org/?a=%20+%2f&b=&c&=d",
        "https://a.org/?utm%5Fsource=x&a=b==|https://a.org/?a=b==",
        "https://a.org/?a&utm_id#s&utm_x|https://a.org/?a#s&utm_x",
        "https://a.org/?&utm_x=1&|https://a.org/",
        "https://a.org/?&&a=1&utm_x=1|https://a.org/?&&a=1",
        "https://a.org/?ref_value=12&x=1|https://a.org/?x=1",
        "https://a.org/?ref_value=News1|https://a.org/",
        "https://www.a.org/?ref_own=a.org|https://www.a.org/",
        "https://a.org/?mkt_tok=1|https://a.org/",
        "https://www.shop.co.uk/?tag=1&pd_rd_x=2&th=3|https://www.shop.co.uk/?th=3",
        "https://shop.de/search?qid=1|https://shop.de/search",
        "https://shop.de/x/dp/1?qid=1|https://shop.de/x/dp/1",
        "https://only.org/?a=1|https://only.org/",
        "https://www.video.org./?si=1|https://www.video.org./",
        "https://face.org/?__cft__%5B0%5D=1&__cft__[0]=2|https://face.org/",
        "https://a.org/#xtor=AD-1|https://a.org/",
        "https://a.org/#.UqTpRuLXzXo|https://a.org/",
        "https://a.org/#utm_source=x&t=1|https://a.org/#t=1",
        "https://a.org/#?utm_source=x|https://a.org/",
        "https://a.org/#top?utm_source=x|https://a.org/#top",
        "https://a.org/#top&utm_source=x|https://a.org/#top",
        "https://shop.de/a/dp/1/ref=sr_1/x?c=1|https://shop.de/a/dp/1/x?c=1",
        "https://shop.de/a/dp/1/ref=sr_1|https://shop.de/a/dp/1",
        "https://shop.de/ref=a/b/ref=c/ref=d/?c=1|https://shop.de/b/?c=1",
        "https://turn.org/a/a/a/a/a/a/a/a/a/a/b|https://turn.org/b",
        "https://a.org/?&&&&|https://a.org/",
        "https://a.org/?|https://a.org/",
        "https://a.org/b#|https://a.org/b",
        "https://a.org/?#|https://a.org/",
        "https://a.org/?&#utm_source=x|https://a.org/"
      },
      delimiter = '|')
  void shouldCutOnlyWhatTracks(String text, String expected) {
    assertThat(CLEANER.clean(text).clean()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "https://a.org/?utmost=1&xutm_source=2",
        "https://a.org/?q=utm_source=x",
        "https://a.org/?ref_value=123",
        "https://a.org/?ref_value=news-x",
        "https://a.org/?ref_own=b.org",
        "https://a.org/unsubscribe/?mkt_tok=1",
        "https://a.org/?mkt_tok=1&keep_me",
        "https://shop.de/?gclid=1",
        "https://shop.evil.org/?tag=1",
        "https://myshop.de/?tag=1",
        "https://shop.de/searching?qid=1",
        "https://www.only.org/?a=1",
        "https://api.video.org/?si=1",
        "https://myvideo.org/?si=1",
        "https://kept.org/?utm_source=x#utm_source=y",
        "https://app.org/#state=1&utm_source=2",
        "https://a.org/?X-Sig=1&utm_source=x#xtor=1",
        "https://a.org/?X-Sig=1#",
        "https://a.org/?=",
        "https://a.org/?a&",
        "https://a.org/#/route?utm_source=x",
        "https://a.org/#!utm_source=x",
        "https://a.org/#L10",
        "https://a.org/#.toString",
        "https://a.org/#.uqTpRuLXzXo",
        "https://a.org/#:~:text=a&utm_source=x",
        "https://a.org/?crop/1420x708/format/webp",
        "https://web.archive.org/web/2020/https://b.org/?a=1",
        "https://a.org/?a=1?utm_source=x",
        "https://u:p@a.org:8080/?a=%27"
      })
  void shouldLeaveTheBytesOfTheRest(String text) {
    Cleaned cleaned = CLEANER.clean(text);
    assertThat(cleaned.clean()).isEqualTo(text);
    assertThat(cleaned.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(cleaned.steps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "'  https://a.org/a \n'|https://a.org/a|repair.space",
        "'\u00A0https://a.org/a\u3000'|https://a.org/a|repair.space",
        "<https://a.org/a>|https://a.org/a|repair.space",
        "<![CDATA[https://a.org/a]]>|https://a.org/a|repair.space",
        "\"https://a.org/a\"|https://a.org/a|repair.space",
        "'https://a.org/long\nline'|https://a.org/longline|repair.hidden",
        "'\uFEFFhttps://a.org/\u200Ba'|https://a.org/a|repair.hidden",
        "https://a.org/?a=1&amp;b=2|https://a.org/?a=1&b=2|repair.entity",
        "https://a.org/?a=1&#038;b=2|https://a.org/?a=1&b=2|repair.entity",
        "https://a.org/?a=1&#38;b=2|https://a.org/?a=1&b=2|repair.entity",
        "https://a.org/?a=1&#x26;b=2|https://a.org/?a=1&b=2|repair.entity",
        "https://a.org/?a=1&amp;amp;b=2|https://a.org/?a=1&b=2|repair.entity",
        "HTTPS://A.org:443/b/../c|https://a.org/c|normalise"
      },
      delimiter = '|')
  void shouldRepairWhatCopyingBreaks(String text, String expected, String step) {
    Cleaned cleaned = CLEANER.clean(text);
    assertThat(cleaned.clean()).isEqualTo(expected);
    assertThat(cleaned.outcome()).isEqualTo(Outcome.CLEANED);
    assertThat(cleaned.steps()).extracting(Step::rule).containsExactly(step);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "''|empty",
        "mailto:a@b.org|not-web",
        "www.a.org|not-absolute",
        "https:///|no-host",
        "https://a b/|bad-host",
        "https://a.org:x/|bad-port",
        "http://localhost:1313/|not-public",
        "http://intranet/|not-public",
        "http://a.b/|not-public",
        "http://192.168.1.1/admin|not-public",
        "http://0xa9fea9fe/latest/meta-data|not-public",
        "http://[fd00::1]:8080/|not-public",
        "http://x.onion/|not-public"
      },
      delimiter = '|')
  void shouldRejectWithAReason(String text, String code) {
    Cleaned cleaned = CLEANER.clean(text);
    assertThat(cleaned.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(cleaned.reason()).extracting(Refusal::code).isEqualTo(code);
    assertThat(cleaned.clean()).isNull();
    assertThat(cleaned.key()).isNull();
    assertThat(cleaned.original()).isEqualTo(text);
  }

  @Test
  void shouldRejectWhatIsTooLongBeforeAndAfterEscaping() {
    assertThat(CLEANER.clean("https://a.org/" + "a".repeat(16384)).reason())
        .isEqualTo(Refusal.TOO_LONG);
    assertThat(CLEANER.clean("https://a.org/" + "ü".repeat(4000)).reason())
        .isEqualTo(Refusal.TOO_LONG);
    assertThat(CLEANER.clean("https://a.org/" + "a".repeat(16000)).outcome())
        .isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void shouldCutThousandsOfSegmentsInLinearTime() {
    // Given
    String many = "https://shop.de/a" + "/ref=/b/ref=x".repeat(1000);

    // When / Then
    assertThat(CLEANER.clean(many).clean()).isEqualTo("https://shop.de/a" + "/b".repeat(1000));
  }

  @Test
  void shouldKeepPrivateHostsAndStripTextFragmentsWhereASiteSaysSo() {
    // Given
    UrlCleaner cleaner =
        new UrlCleaner(
            RulesFixture.rules(
                "{version: x, extends: none, private-hosts: keep, text-fragments: strip}"));

    // When / Then
    assertThat(cleaner.clean("http://localhost:1313/").clean()).isEqualTo("http://localhost:1313/");
    assertThat(cleaner.clean("http://10.0.0.1/").clean()).isEqualTo("http://10.0.0.1/");
    assertThat(cleaner.clean("https://a.org/#:~:text=a").clean()).isEqualTo("https://a.org/");
    assertThat(cleaner.clean("https://a.org/#s:~:text=a").clean()).isEqualTo("https://a.org/#s");
  }

  @Test
  void shouldTellEachStepWithoutWhatIdentifiesTheReader() {
    // When
    Cleaned cleaned = CLEANER.clean("https://a.org/?utm_source=x&mc_eid=abcdef12&gclid=joe@b.org");

    // Then
    assertThat(cleaned.steps())
        .containsExactly(
            new Step("utm", "utm_source=x", ""),
            new Step("reader", "mc_eid=sha256:33004df5babf", ""),
            new Step("utm", "gclid=sha256:508d600e05f7", ""));
    assertThat(cleaned.rules().version()).isEqualTo("test");
    assertThat(cleaned.rules().hash()).hasSize(64);
  }
}
