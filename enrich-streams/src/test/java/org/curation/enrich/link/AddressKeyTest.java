package org.curation.enrich.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressKeyTest {
  private static final UrlCleaner CLEANER = RulesFixture.cleaner("- {id: utm, strip: [\"utm_*\"]}");

  @Test
  void shouldBeEqualForAddressesThatLeadToOnePlace() {
    for (String text :
        List.of(
            "https://a.org/x/%7Eb?c=1&d=2",
            "http://www.A.org:80/x/~b/?d=2&c=1&utm_source=y",
            "https://u:p@a.org/x/%7eb//?&d=2&c=1&",
            "https://a.org./x/~b?c=1&d=2#",
            "https://a.org/x/~b?c=1&d=2#:~:text=z")) {
      assertThat(key(text)).as(text).isEqualTo("a.org/x/~b?c=1&d=2");
    }
    assertThat(key("https://a.org/?c")).isEqualTo(key("https://a.org/?c="));
    assertThat(key("https://a.org/%c3%bc")).isEqualTo(key("https://a.org/ü"));
    assertThat(key("https://a.org")).isEqualTo("a.org");
  }

  @Test
  void shouldDifferForOthers() {
    assertThat(
            List.of(
                key("https://a.org/x"),
                key("https://a.org/X"),
                key("https://a.org:8080/x"),
                key("https://a.org/x?c=1"),
                key("https://a.org/x?c=2"),
                key("https://a.org/x%2Fy"),
                key("https://a.org/x/y"),
                key("https://b.a.org/x"),
                key("https://a.org/x#s")))
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldKeepTheHostWhoseNameIsWww() {
    assertThat(key("https://www.org/")).isEqualTo("org");
    assertThat(key("https://www.com.de/")).isEqualTo("com.de");
  }

  private static String key(String text) {
    return String.valueOf(CLEANER.clean(text).key());
  }
}
