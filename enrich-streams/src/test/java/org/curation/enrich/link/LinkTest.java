package org.curation.enrich.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LinkTest {
  @Test
  void shouldTakeBrandAndSiteFromTheHost() {
    Link link = link("https://www.News.example.ORG:8443/a?b#c");
    assertThat(link.brand()).isEqualTo("news.example.org");
    assertThat(link.site()).isEqualTo("news.example");
    assertThat(link.href()).isEqualTo("https://www.News.example.ORG:8443/a?b#c");
  }

  @Test
  void shouldNotBeFooledByUserInfo() {
    assertThat(link("https://good.example@evil.example.com/").host()).isEqualTo("evil.example.com");
  }

  @Test
  void shouldRefuseWhatIsNoWebAddress() {
    for (String text :
        List.of(
            "",
            "ftp://a.org/",
            "javascript:alert(1)",
            "https://",
            "//a.org",
            "https:///x",
            "a b")) {
      assertThat(Link.asCurated(text, text)).as(text).isEmpty();
    }
  }

  @Property
  void shouldNeverThrow(@ForAll String rest) {
    assertThatCode(() -> Link.asCurated("https://" + rest, rest).map(Link::site))
        .doesNotThrowAnyException();
  }

  private static Link link(String href) {
    return Link.asCurated(href, href).orElseThrow();
  }
}
