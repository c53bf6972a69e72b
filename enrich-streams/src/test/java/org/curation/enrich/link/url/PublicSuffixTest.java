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
            "127.0.0.1.",
            "0.0.0.0",
            "8.8.8.8",
            "100.63.255.255",
            "100.128.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.0.2.1",
            "223.255.255.255",
            "[::1]",
            "[::]",
            "[2001:db8::1]",
            "[2606:4700::1111]",
            "[::ffff:808:808]",
            "[64:ff9b::808:808]",
            "[2002:808:808::]",
            "x.test",
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
            "nas.home.arpa",
            "db.internal",
            "x.invalid",
            "abcdefghij.onion",
            "0.0.4.210",
            "10.0.0.1",
            "10.0.0.1.",
            "100.64.0.1",
            "100.100.100.200",
            "168.63.129.16",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "[::2]",
            "[::ffff:a00:1]",
            "[::a9fe:a9fe]",
            "[::ffff:0:c0a8:101]",
            "[64:ff9b::a00:1]",
            "[64:ff9b:1::1]",
            "[2002:a00:1::]",
            "[fc00::1]",
            "[fd00:ec2::254]",
            "[fe80::1]",
            "[fec0::1]",
            "[ff02::1]",
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
