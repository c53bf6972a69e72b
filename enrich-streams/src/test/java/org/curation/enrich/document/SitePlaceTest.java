package org.curation.enrich.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SitePlaceTest {
  @Test
  void shouldPlaceBundlesAndFlatFiles() {
    assertThat(SitePlace.of("/news/", "abc.md", true))
        .contains(new SitePlace("content/news/abc/index.md", "/news/"));
    assertThat(SitePlace.of("/a/b", "abc", false))
        .contains(new SitePlace("content/a/b/abc.md", "/a/b/"));
  }

  @Test
  void shouldFindTheSectionOfAKeptPlace() {
    assertThat(SitePlace.kept("content/news/x.md").section()).isEqualTo("/news/");
    assertThat(SitePlace.kept("content/news/x/index.md").section()).isEqualTo("/news/");
    assertThat(SitePlace.kept("content/x.md").section()).isEqualTo("/");
  }

  @Test
  void shouldRefusePlacesThatLeadOut() {
    for (String base :
        List.of("/../", "/a/../b/", "//", "a/", "/a//b/", "/a\\b/", "/a\u0000/", "/./")) {
      assertThat(SitePlace.of(base, "abc", true)).as(base).isEmpty();
    }
    for (String id : List.of("", ".md", "../x", "a/b", "a..b", ".hidden", "a\u0000")) {
      assertThat(SitePlace.of("/news/", id, true)).as(id).isEmpty();
    }
  }

  @Property
  void shouldNeverLeadOut(@ForAll String base, @ForAll String id) {
    SitePlace.of(base, id, true)
        .ifPresent(
            place ->
                assertThat(java.nio.file.Path.of(place.path()).normalize())
                    .hasToString(place.path()));
  }
}
