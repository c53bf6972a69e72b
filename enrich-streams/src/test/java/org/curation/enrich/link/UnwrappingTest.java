package org.curation.enrich.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.curation.enrich.link.Cleaned.Outcome;
import org.curation.enrich.link.url.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnwrappingTest {
  private static final UrlCleaner CLEANER =
      RulesFixture.cleaner(
          """
          - {id: utm, strip: ["utm_*"]}
          - {id: search, hosts: ["search.*"], paths: ["=/url"], unwrap: [{param: [url, q]}]}
          - {id: mail, hosts: [mail.org], identifies-reader: true, unwrap: [{param: url}]}
          - {id: defense, hosts: [defense.org], unwrap: [{urldefense: true}]}
          - {id: bare, hosts: [bare.org], unwrap: [{param: u, scheme: wrapper}]}
          - {id: code, hosts: [code.org], unwrap: [{param: u, cut: a1, decode: [base64]}]}
          - id: json
            hosts: [json.org]
            unwrap: [{param: d, decode: [percent, base64, json], field: [qs.url, url]}]
          - id: cache
            hosts: [cache.org]
            unwrap:
              - {path: 're:/c/s/(.+)', scheme: https}
              - {path: 're:/c/(.+)', scheme: http}
          - {id: item, hosts: [deep.org], unwrap: [{path: 're:/i/([0-9]+)', to: "https://b.org/item/$1"}]}
          - {id: anonymous, hosts: [anon.org], unwrap: [{query: 're:(https?[:%].+)'}]}
          - {id: hash, hosts: [hash.org], unwrap: [{fragment: 're:.*[?&]url=([^&]*)'}]}
          - {id: odd, hosts: [odd.org], unwrap: [{param: x, decode: [hex, reverse, rot13], match: 're:(https?://[^|]*)\\|.*'}]}
          - {id: grow, hosts: [grow.org], rewrite: {match: 're:(https?://grow\\.org)(/.*)', to: "$1/x$2"}}
          - {id: amp, hosts: [amp.org], rewrite: {match: 're:(https?)://amp\\.org(/.*)', to: "$1://www.real.org$2"}}
          """);

  @ParameterizedTest
  @CsvSource(
      value = {
        "https://www.search.co.uk/url?sa=t&q=x&url=https%3A%2F%2Fb.org%2Fa%3Fc%3D1%26utm_x%3D2|https://b.org/a?c=1",
        "https://search.de/url?q=https://b.org/a&sa=1|https://b.org/a",
        "https://search.de/url?url=nothing&q=https://b.org/a|https://b.org/a",
        "https://search.de/url?url=https%253A%252F%252Fb.org%252Fa|https://b.org/a",
        "https://search.de/url?url=https%25253A%25252F%25252Fb.org%25252Fa|https://b.org/a",
        "https://grow.org/a|https://grow.org/a",
        "https://search.de/url?url=https%3A%2F%2Fb.org%2Fa%2525%2Fb%3Fc%3Da%252Bb|https://b.org/a%25/b?c=a%2Bb",
        "https://search.de/url?url=//b.org/a|https://b.org/a",
        "https://search.de/url?url=https:/b.org/a|https://b.org/a",
        "https://search.de/url?url=https%3A%2F%2Fb.org%2F%3Fa%3D1%26amp%3Bb%3D2|https://b.org/?a=1&b=2",
        "https://bare.org/?u=b.org%2Fa|https://b.org/a",
        "http://bare.org/?u=b.org%2Fa|http://b.org/a",
        "defense.org/v3/__http://b.org/a__;!!x!y$|http://b.org/a",
        "//search.de/url?q=https://b.org/|https://b.org/",
        "search.de:443/url?q=https://b.org/|https://b.org/",
        "https://cache.org/c/s/b.org/a?x=1#y|https://b.org/a?x=1#y",
        "https://cache.org/c/b.org/a%20b|http://b.org/a%20b",
        "https://cache.org/c/s/https%3A%2F%2Fb.org%2Fa|https://b.org/a",
        "https://deep.org/i/42?x=1|https://b.org/item/42",
        "https://anon.org/?https://b.org/a?x=1|https://b.org/a?x=1",
        "https://anon.org/?https%3A%2F%2Fb.org%2Fa|https://b.org/a",
        "https://hash.org/#/out?url=https%3A%2F%2Fb.org%2F|https://b.org/",
        "https://amp.org/a/b?c=1&utm_x=2#d|https://www.real.org/a/b?c=1#d"
      },
      delimiter = '|')
  void shouldFindTheTarget(String text, String expected) {
    assertThat(CLEANER.clean(text).clean()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "https://search.evil.org/url?url=https%3A%2F%2Fb.org%2F",
        "https://mysearch.de/url?url=https%3A%2F%2Fb.org%2F",
        "https://search.de/urls?url=https%3A%2F%2Fb.org%2F",
        "https://search.de/url?url=javascript%3Aalert(1)",
        "https://search.de/url?url=https%3A%2F%2Flocalhost%2F",
        "https://search.de/url?url=b.org",
        "https://search.de/url?url=",
        "https://defense.org/v3/__broken",
        "https://defense.org/v3/__https://b.org/*__;!!x",
        "https://defense.org/v2/url?d=1",
        "https://code.org/?u=b1aHR0cHM6Ly9iLm9yZy8",
        "https://code.org/?u=a1-",
        "https://json.org/?d=e30",
        "https://cache.org/c/s/localhost/a",
        "https://a.org/https://b.org/"
      })
  void shouldLeaveWhatHasNoTarget(String text) {
    assertThat(CLEANER.clean(text).clean()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "/v1/url?u=https%3A%2F%2Fb.org%2Fa%3Fc%3D1&k=x|https://b.org/a?c=1",
        "/v2/url?u=https-3A__b.org_a-2Db_c-3Fd-3D1-26e-3D-2Bf&d=x|https://b.org/a-b/c?d=1&e=+f",
        "/v3/__https://b.org/a?c=d__;!!x!y$|https://b.org/a?c=d",
        "/v3/__https:/b.org/a__;!!x!y$|https://b.org/a",
        // %20 stands as a star and its percent sign behind.
        "/v3/__https://b.org/a*20b__;JQ!!x!y$|https://b.org/a%20b",
        // A run of three in one token, then one alone: the bytes of "#!+" and "?".
        "/v3/__https://b.org/**Bx*c__;IyErPw!!x!y$|https://b.org/#!+x?c",
        // Two letters of two bytes each.
        "/v3/__https://b.org/**A__;w7zDpA!!x!y$|https://b.org/%C3%BC%C3%A4",
        // One letter of two bytes and a number sign, counted in bytes.
        "/v3/__https://b.org/**Aa*b__;w60j!!x!y$|https://b.org/%C3%ADa#b",
        "/v3/__https://b.org/**C.x__;w60jIw!!x!y$|https://b.org/%C3%AD##.x"
      },
      delimiter = '|')
  void shouldReadUrlDefense(String path, String expected) {
    assertThat(CLEANER.clean("https://defense.org" + path).clean()).isEqualTo(expected);
  }

  @Test
  void shouldDecodeStepByStep() {
    String base64 = base64("https://b.org/a?b=ü");
    assertThat(CLEANER.clean("https://code.org/?u=a1" + base64).clean())
        .isEqualTo("https://b.org/a?b=%C3%BC");
    String json = base64("{\"u\":1,\"qs\":{\"url\":\"https://b.org/a\"}}");
    assertThat(CLEANER.clean("https://json.org/?d=" + json + "%3D%3D").clean())
        .isEqualTo("https://b.org/a");
    // uggcf://o.bet|k, backwards, in hexadecimal digits.
    assertThat(CLEANER.clean("https://odd.org/?x=6b7c7465622e6f2f2f3a6663676775").clean())
        .isEqualTo("https://b.org/");
  }

  @Test
  void shouldNotGuessAScheme() {
    for (String text :
        java.util.List.of(
            "b.org/a",
            "//b.org/a",
            "/search.de/url?q=https://b.org/",
            "defense.org/v3/__broken",
            "amp.org/a/b",
            "search.de/url?q=b",
            "search.de/")) {
      assertThat(CLEANER.clean(text).reason()).as(text).isEqualTo(Refusal.NOT_ABSOLUTE);
    }
    assertThat(CLEANER.clean("mail.org/?url=https%3A%2F%2Fb.org%2F").steps())
        .extracting(Step::rule)
        .containsExactly("repair.scheme", "mail");
  }

  @Test
  void shouldTakeOffUpToEightWrappersAndNameEach() {
    // Given
    String eight = wrapped("https://b.org/a?mc=secret99", 8);

    // When
    Cleaned cleaned = CLEANER.clean(eight);

    // Then
    assertThat(cleaned.clean()).isEqualTo("https://b.org/a?mc=secret99");
    assertThat(cleaned.steps()).hasSize(8).allMatch(step -> step.rule().equals("mail"));
    assertThat(cleaned.steps().get(0).before()).startsWith("https://mail.org/…sha256:");
    assertThat(CLEANER.clean(wrapped("https://b.org/", 9)).reason()).isEqualTo(Refusal.TOO_DEEP);
  }

  @Test
  void shouldNotGoRoundInCircles() {
    UrlCleaner circular =
        RulesFixture.cleaner(
            """
            - {id: there, hosts: ["=a.org"], rewrite: {match: 're:https://a\\.org/', to: "https://b.org/"}}
            - {id: back, hosts: ["=b.org"], rewrite: {match: 're:https://b\\.org/', to: "https://a.org/"}}
            """);
    assertThat(circular.clean("https://a.org/").outcome()).isEqualTo(Outcome.REJECTED);
  }

  private static String wrapped(String target, int times) {
    String text = target;
    for (int i = 0; i < times; i++) {
      text = "https://mail.org/?url=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
    return text;
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void shouldNotFollowARedirectToABareAddress() {
    for (String target : java.util.List.of("169.254.169.254", "127.0.0.1", "0x7f.1", "[::1]")) {
      // Given
      String wrapped = "https://www.google.com/url?q=http://" + target + "/latest";

      // Then
      assertThat(UrlCleaner.builtIn().clean(wrapped).clean()).isEqualTo(wrapped);
    }
  }
}
