package org.curation.enrich.link.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.curation.enrich.link.RulesFixture;
import org.curation.enrich.link.Step;
import org.curation.enrich.link.UrlCleaner;
import org.junit.jupiter.api.Test;

class IndexedRulesTest {
  @Test
  void shouldFindOneRuleAmongManyAndNameTheFirst() {
    // Given
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      rules.append("- {id: g%d, strip: [track%d, \"pre%d_*\"]}%n".formatted(i, i, i));
      rules.append("- {id: s%d, hosts: [\"site%d.*\", h%d.org], strip: [a]}%n".formatted(i, i, i));
    }
    rules.append("- {id: again, strip: [track7]}\n");
    UrlCleaner cleaner = RulesFixture.cleaner(rules.toString());

    // When / Then
    assertThat(cleaner.clean("https://a.org/?track7=1&track77=2&pre12_x=3&track=4&pre12=5").steps())
        .extracting(Step::rule)
        .containsExactly("g7", "g77", "g12");
    assertThat(cleaner.clean("https://www.site8.co.uk/?a=1").steps())
        .extracting(Step::rule)
        .containsExactly("s8");
    assertThat(cleaner.clean("https://x.h9.org/?a=1").steps())
        .extracting(Step::rule)
        .containsExactly("s9");
    assertThat(cleaner.clean("https://site8.h9x.org/?a=1").steps()).isEmpty();
  }

  @Test
  void shouldLetKeepBeatSiteAndSiteBeatGlobal() {
    UrlCleaner cleaner =
        RulesFixture.cleaner(
            """
            - {id: global, strip: [aa, bb, cc]}
            - {id: site, hosts: [a.org], strip: [aa, bb]}
            - {id: keep, hosts: [a.org], keep: [bb]}
            - {id: keep.everywhere, keep: [cc], paths: [/kept]}
            """);
    assertThat(cleaner.clean("https://a.org/?aa=1&bb=2&cc=3").steps())
        .extracting(Step::rule)
        .containsExactly("site", "global");
    assertThat(cleaner.clean("https://a.org/kept/?aa=1&bb=2&cc=3").clean())
        .isEqualTo("https://a.org/kept/?bb=2&cc=3");
  }
}
