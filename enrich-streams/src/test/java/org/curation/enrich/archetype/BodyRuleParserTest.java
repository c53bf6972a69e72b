package org.curation.enrich.archetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.curation.enrich.archetype.LaneTreatment.Shaped;
import org.curation.enrich.body.BodyRule;
import org.curation.enrich.body.BodyRule.Format;
import org.curation.enrich.body.BodyRule.Links;
import org.curation.enrich.body.SafeTags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodyRuleParserTest {
  @TempDir Path folder;

  @Test
  void shouldReadWhatALaneSays() throws IOException {
    assertThat(rule("")).isEqualTo(BodyRule.AS_CURATED);
    assertThat(rule("body: html"))
        .isEqualTo(new BodyRule(Format.HTML, SafeTags.ARTICLE, Links.AS_CURATED, false));
    assertThat(
            rule(
                "body: markdown\n    body-tags: basic\n    body-links: cleaned\n    strip-read-on: true"))
        .isEqualTo(new BodyRule(Format.MARKDOWN, SafeTags.BASIC, Links.CLEANED, true));
    assertThat(rule("body: html\n    body-tags: [p, a]").tags().elements())
        .containsExactlyInAnyOrder("p", "a");
  }

  @Test
  void shouldReportAllMistakes() {
    assertThatThrownBy(
            () -> rule("body: html\n    body-tags: [p, script, ahref]\n    body-links: clean"))
        .isInstanceOf(SiteConfigurationException.class)
        .hasMessageContaining("tag \"script\" can't be allowed")
        .hasMessageContaining("tag \"ahref\" can't be allowed")
        .hasMessageContaining("cleaned");
    assertThatThrownBy(() -> rule("body-tags: artcle\n    strip-read-on: true"))
        .isInstanceOf(SiteConfigurationException.class)
        .hasMessageContaining("expected basic, article or a list of tags")
        .hasMessageContaining("has no meaning without \"body: html\"");
  }

  private BodyRule rule(String keys) throws IOException {
    Files.createDirectories(folder.resolve("archetypes"));
    Files.writeString(
        folder.resolve("archetypes/a.md"),
        "---\ntitle: ${title}\nslug: ${id}\nbasePath: /a/\n---\n\n${body}\n");
    Files.writeString(
        folder.resolve("lanes.yaml"),
        "lanes:\n  - name: a\n    match: {}\n    archetype: a\n    document-id: \"${id}\"\n    %s\n"
            .formatted(keys));
    return ((Shaped) SiteConfiguration.load(folder).lanes().named("a").orElseThrow().treatment())
        .body();
  }
}
