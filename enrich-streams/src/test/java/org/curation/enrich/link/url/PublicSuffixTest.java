package org.curation.enrich.link.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublicSuffixTest {
  @Test
  void shouldKnowWhatReadersCanReach() {
    for (String host :
        List.of(
            "example.org",
            "a.co.uk",
            "a.xn--p1ai",
            "x.example",
            "127.0.0.1",
            "0.0.0.0",
            "[::1]",
            "a.org.",
            "a_b.org")) {
      assertThat(PublicSuffix.isPublic(host)).as(host).isTrue();
    }
    for (String host :
        List.of(
            "localhost",
            "org",
            "a.b",
            "t.g",
            "nas.local",
            "0.0.4.210",
            "www..org",
            ".org",
            "a*b.org",
            "x".repeat(64) + ".org",
            "x.".repeat(130) + "org")) {
      assertThat(PublicSuffix.isPublic(host)).as(host).isFalse();
    }
  }

  @Test
  void shouldFindWhereTheSuffixBegins() {
    assertThat(PublicSuffix.start("www.google.co.uk")).isEqualTo("www.google.".length());
    assertThat(PublicSuffix.start("google.de")).isEqualTo("google.".length());
    assertThat(PublicSuffix.start("co.uk")).isNegative();
    assertThat(PublicSuffix.start("localhost")).isNegative();
    // A suffix that a company owns is a host like any other.
    assertThat(PublicSuffix.start("amazon.github.io")).isEqualTo("amazon.github.".length());
  }
}
