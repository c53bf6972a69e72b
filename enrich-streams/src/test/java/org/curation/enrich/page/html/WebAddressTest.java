package org.curation.enrich.page.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://h.example/a/b?c, x, https://h.example/a/x",
    "https://h.example/a/b?c, ?d, https://h.example/a/b?d",
    "https://h.example/a/b, /x y, https://h.example/x%20y",
    "https://h.example/a/b, ../../../x, https://h.example/x",
    "https://h.example, x, https://h.example/x",
    "https://h.example/a, //o.example/x, https://o.example/x",
    "nonsense, HTTPS://O.example/ü|x, HTTPS://O.example/ü%7Cx"
  })
  void shouldResolve(String base, String address, String expected) {
    assertThat(WebAddress.resolve(base, address)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "#x", "javascript:x", "data:image/png;base64,x", "http://", "mailto:a@b"})
  void shouldResolveNothingElse(String address) {
    assertThat(WebAddress.resolve("https://h.example/", address)).isEmpty();
    assertThat(WebAddress.resolve(null, "x")).isEmpty();
  }

  @Test
  void shouldTellHomeAndHost() {
    assertThat(WebAddress.isHome("https://www.h.example/")).isTrue();
    assertThat(WebAddress.isHome("https://www.h.example/a")).isFalse();
    assertThat(WebAddress.isHome("https://www.h.example/?p=1")).isFalse();
    assertThat(WebAddress.host("https://www.H.example:8080/a")).isEqualTo("h.example");
    assertThat(WebAddress.host("nonsense")).isEmpty();
  }
}
