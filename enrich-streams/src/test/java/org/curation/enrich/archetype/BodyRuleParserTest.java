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

  @Test
  void shouldNotTellWhatFollowsFromAMistake() {
    assertThatThrownBy(
            () ->
                rule(
                    "body: htm\n    body-tags: artcle\n    description: bst\n    description-length: 90"))
        .isInstanceOf(SiteConfigurationException.class)
        .hasMessageContaining("unknown value \"htm\"")
        .hasMessageContaining("did you mean \"article\"?")
        .hasMessageContaining("unknown value \"bst\"")
        .satisfies(
            problem ->
                assertThat(((SiteConfigurationException) problem).problems())
                    .extracting(found -> found.line())
                    .containsExactly(6, 7, 8));
  }

  @Test
  void shouldTellOfAMinimumOfNothing() {
    assertThatThrownBy(() -> rule("related-offerings: none\n    related-offerings-minimum: 0.5"))
        .isInstanceOf(SiteConfigurationException.class)
        .hasMessageContaining("has no meaning with \"related-offerings: none\"");
  }

  @Test
  void shouldSuggestTheNameOfAFieldForItsLabel() {
    assertThatThrownBy(
            () ->
                rule(
                    "topics: Medigy Topics\n    publish: {from: Publish from, time-zone: Europe/Berln}"))
        .isInstanceOf(SiteConfigurationException.class)
        .hasMessageContaining("lanes.yaml:6: lanes[0].topics: ")
        .hasMessageContaining("found \"Medigy Topics\"; did you mean \"medigyTopics\"?")
        .hasMessageContaining("found \"Publish from\"; did you mean \"publishFrom\"?")
        .hasMessageContaining("did you mean \"Europe/Berlin\"?");
    assertThatThrownBy(() -> rule("body: html\n    body-tags: [p, a, p]"))
        .hasMessageContaining("body-tags[2]: \"p\" is in the list already");
    assertThatThrownBy(() -> rule("publish: {}\n    topics: x"))
        .hasMessageContaining("publish: says nothing");
    assertThatThrownBy(() -> rule("publish: {statuses: x, time-zone: UTC}"))
        .hasMessageContaining("time-zone: has no meaning without");
  }

  @Test
  void shouldTellOnceOfAnArchetypeThatIsNoText() throws IOException {
    // Given
    rule("");
    Files.write(folder.resolve("archetypes/a.md"), new byte[] {(byte) 0xff});

    // When, Then
    assertThatThrownBy(() -> SiteConfiguration.load(folder))
        .isInstanceOf(SiteConfigurationException.class)
        .hasMessage("archetypes/a.md: is not UTF-8 text");
  }
}
