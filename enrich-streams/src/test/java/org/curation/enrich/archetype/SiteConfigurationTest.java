package org.curation.enrich.archetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteConfigurationTest {
  private static final String ARCHETYPE =
      "---\ntitle: ${title}\nslug: ${title | slugify}\nbasePath: /\n---\n\n${body}\n";
  private static final String LANES =
      "lanes:\n  - name: a\n    match: {}\n    archetype: one\n    document-id: ${id}\n";

  @TempDir Path temp;
  private Path site = Path.of("");

  @BeforeEach
  void createSite() throws IOException {
    site = temp.resolve("site");
    Files.createDirectories(site.resolve("archetypes"));
    write("lanes.yaml", LANES);
    write("archetypes/one.md", ARCHETYPE);
  }

  @Test
  void shouldLoadLanesAndArchetypes() throws IOException {
    // Given
    write("archetypes/unused.md", ARCHETYPE);
    write("archetypes/README.txt", "not an archetype");
    write("archetypes/.hidden.md", "not an archetype");
    Files.createDirectories(site.resolve("archetypes/folder.md"));

    // When
    SiteConfiguration loaded = SiteConfiguration.load(site);

    // Then
    assertThat(loaded.archetypes()).containsOnlyKeys("one", "unused");
    assertThat(loaded.lanes().lanes()).extracting(Lane::name).containsExactly("a");
    LaneTreatment.Shaped lane = (LaneTreatment.Shaped) loaded.lanes().lanes().get(0).treatment();
    assertThat(loaded.archetypeOf(lane)).isSameAs(loaded.archetypes().get("one"));
  }

  @Test
  void shouldHashWhatCanChangeDocuments() throws IOException {
    // Given
    String before = SiteConfiguration.load(site).hash();
    write("archetypes/README.txt", "changes nothing");

    // When
    String same = SiteConfiguration.load(site).hash();
    write("archetypes/one.md", ARCHETYPE + "more\n");
    String changed = SiteConfiguration.load(site).hash();
    write("archetypes/one.md", ARCHETYPE);
    write("archetypes/two.md", ARCHETYPE);
    String added = SiteConfiguration.load(site).hash();
    write("topics.yaml", "excluded-offerings: [7]");
    String tabled = SiteConfiguration.load(site).hash();

    // Then
    assertThat(before).matches("[0-9a-f]{64}").isEqualTo(same);
    assertThat(List.of(before, changed, added, tabled)).doesNotHaveDuplicates();
  }

  @Test
  void shouldReportTheProblemsOfAllFilesAtOnce() throws IOException {
    // Given
    write("lanes.yaml", LANES.replace("one", "oen"));
    write("archetypes/one.md", ARCHETYPE.replace("${body}", "${boddy}"));
    write("archetypes/two.md", "text");
    write("topics.yaml", "synonyms: {}");

    // When
    SiteConfigurationException thrown =
        catchThrowableOfType(SiteConfigurationException.class, () -> SiteConfiguration.load(site));

    // Then
    assertThat(thrown.getMessage().lines())
        .containsExactly(
            "archetypes/one.md:7: body: no variable \"boddy\" here; did you mean \"body\"?",
            "archetypes/two.md:1: must begin with a line \"---\", then front matter, then \"---\"",
            "lanes.yaml:4: lanes[0].archetype: no archetype \"oen\"; did you mean \"one\"?",
            "topics.yaml:1: synonyms: unknown key; known: excluded-offerings, topics, vendor-prefixes");
    assertThat(thrown.problems()).hasSize(4);
  }

  @Test
  void shouldReportWhatIsMissing() throws IOException {
    // Given
    Path empty = Files.createDirectories(temp.resolve("empty"));
    Path nowhere = temp.resolve("nowhere");

    // When / Then
    assertThatThrownBy(() -> SiteConfiguration.load(empty))
        .isInstanceOf(SiteConfigurationException.class)
        .hasMessage(
            "lanes.yaml: can't be read; check that it exists and may be read\n"
                + "archetypes: no such folder; expected one with an archetype in each .md file");
    assertThatThrownBy(() -> SiteConfiguration.load(nowhere))
        .isInstanceOf(SiteConfigurationException.class)
        .hasMessage(nowhere + ": no such folder; expected one with lanes.yaml and archetypes/*.md");
  }

  @Test
  void shouldReportUnreadableYamlWithItsLine() throws IOException {
    // Given
    write("lanes.yaml", "lanes:\n  - name: a\n   bad: b\n");

    // When / Then
    assertThatThrownBy(() -> SiteConfiguration.load(site))
        .hasMessageStartingWith("lanes.yaml:3: not readable as YAML: ");
  }

  @Test
  void shouldRefuseTextThatIsNotUtf8OrTooLarge() throws IOException {
    // Given
    Files.write(site.resolve("archetypes/latin.md"), new byte[] {'-', (byte) 0xe9});
    write("archetypes/large.md", "x".repeat(SiteFiles.MAX_BYTES + 1));

    // When / Then
    assertThatThrownBy(() -> SiteConfiguration.load(site))
        .hasMessage(
            "archetypes/large.md: is larger than 262144 bytes\n"
                + "archetypes/latin.md: is not UTF-8 text");
  }

  @Test
  void shouldRefuseLinksOutOfTheFolder() throws IOException {
    // Given
    Path outside = Files.writeString(temp.resolve("secret.md"), ARCHETYPE);
    Files.createSymbolicLink(site.resolve("archetypes/leak.md"), outside);
    Files.delete(site.resolve("lanes.yaml"));
    Files.createSymbolicLink(site.resolve("lanes.yaml"), outside);

    // When / Then
    assertThatThrownBy(() -> SiteConfiguration.load(site))
        .hasMessage(
            "lanes.yaml: is a link that leads out of its folder\n"
                + "archetypes/leak.md: is a link that leads out of its folder");
  }

  @Test
  void shouldRefuseAnArchetypeFolderThatLeadsOut() throws IOException {
    // Given
    Path outside = temp.resolve("elsewhere");
    Files.move(site.resolve("archetypes"), outside);
    Files.createSymbolicLink(site.resolve("archetypes"), outside);

    // When / Then
    assertThatThrownBy(() -> SiteConfiguration.load(site))
        .hasMessageStartingWith("archetypes: is a link that leads out of the site folder\n");
  }

  /**
   * How Kubernetes mounts a ConfigMap: links to a folder beside them that is swapped as a whole.
   */
  @Test
  void shouldFollowLinksInsideTheFolder() throws IOException {
    // Given
    Path data = Files.createDirectories(site.resolve("archetypes/..2026/"));
    Files.move(site.resolve("archetypes/one.md"), data.resolve("one.md"));
    Files.createSymbolicLink(site.resolve("archetypes/..data"), Path.of("..2026"));
    Files.createSymbolicLink(site.resolve("archetypes/one.md"), Path.of("..data/one.md"));

    // When
    SiteConfiguration loaded = SiteConfiguration.load(site);

    // Then
    assertThat(loaded.archetypes()).containsOnlyKeys("one");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(site.resolve(name), text, StandardCharsets.UTF_8);
  }
}
