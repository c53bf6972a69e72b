package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.curation.enrich.archetype.SiteConfigurationException;
import org.curation.service.UserError;
import org.curation.standalone.RunResult.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a published site when its source changes, run after run on one log. */
class RunBehaviourIT {
  private static final String COMMUNITY = "medigy-care-team";

  @TempDir Path folder;

  private Path from;
  private Path out;

  @BeforeEach
  void prepare() throws Exception {
    from = Files.createDirectories(folder.resolve("from"));
    out = folder.resolve("site");
    WorkPackages.schema(from, 5);
    WorkPackages.workPackage(from, "a.json", 1, 2, "First Title", 5, COMMUNITY);
    WorkPackages.workPackage(from, "b.json", 2, 1, "Second Item", 5, COMMUNITY);
    WorkPackages.image(from, 1);
    WorkPackages.image(from, 2);
  }

  @Test
  void shouldFollowUpdatesRenamesAndDeletions() throws Exception {
    // Given
    RunRequest request = Runs.request(from, out);
    assertThat(Runs.run(request).counts()).containsExactly(Map.entry(Outcome.CREATED, 2L));
    Map<String, String> first = Runs.hashes(out);
    String path =
        first.keySet().stream()
            .filter(p -> p.endsWith(".md"))
            .filter(p -> read(out.resolve(p)).contains("\nid: 1\n"))
            .findFirst()
            .orElseThrow();
    assertThat(first).hasSize(4);

    // When a lower version arrives, nothing changes
    WorkPackages.workPackage(from, "a.json", 1, 1, "Older Title", 5, COMMUNITY);
    assertThat(Runs.run(request).counts()).containsExactly(Map.entry(Outcome.UNCHANGED, 2L));
    assertThat(Runs.hashes(out)).isEqualTo(first);

    // When the title changes, the id stays and the former address becomes an alias
    WorkPackages.workPackage(from, "a.json", 1, 3, "Better Title", 5, COMMUNITY);
    assertThat(Runs.run(request).counts())
        .containsOnly(Map.entry(Outcome.UPDATED, 1L), Map.entry(Outcome.UNCHANGED, 1L));
    String renamed = read(out.resolve(path));
    assertThat(renamed)
        .contains("title: Better Title")
        .contains("- /communities/care-team/curated-content/care-example-first-title/")
        .contains("- /news/first-title")
        .contains("- /news/better-title");

    // When it is no longer listed, a plain run keeps it and a mirroring run removes it
    Files.delete(from.resolve("a.json"));
    Runs.run(request);
    assertThat(Runs.hashes(out)).hasSize(4);
    assertThat(Runs.run(Runs.mirroring(request)).counts()).containsEntry(Outcome.REMOVED, 1L);
    assertThat(Runs.hashes(out)).hasSize(2).doesNotContainKey(path);

    // When an older update comes late, it stays removed
    WorkPackages.workPackage(from, "late.json", 1, 2, "Late Title", 5, COMMUNITY);
    assertThat(Runs.run(request).counts()).containsEntry(Outcome.DELETED, 1L);
    assertThat(Runs.hashes(out)).hasSize(2);

    // When the source lists it again, it comes back under its old name
    Files.delete(from.resolve("late.json"));
    WorkPackages.workPackage(from, "a.json", 1, 3, "Better Title", 5, COMMUNITY);
    assertThat(Runs.run(Runs.mirroring(request)).counts()).containsEntry(Outcome.CREATED, 1L);
    assertThat(read(out.resolve(path))).isEqualTo(renamed);
  }

  @Test
  void shouldKeepNamesAndAddressesWhenTheLogIsThrownAway() throws Exception {
    // Given
    RunRequest request = Runs.request(from, out);
    Runs.run(request);
    WorkPackages.workPackage(from, "a.json", 1, 3, "Better Title", 5, COMMUNITY);
    Runs.run(request);
    Map<String, String> before = Runs.hashes(out);
    Map<String, String> times = Runs.times(out);

    // When
    RunResult result = Runs.run(Runs.withData(request, folder.resolve("other.data")));

    // Then
    assertThat(result.counts()).containsExactly(Map.entry(Outcome.UNCHANGED, 2L));
    assertThat(Runs.hashes(out)).isEqualTo(before);
    assertThat(Runs.times(out)).isEqualTo(times);
  }

  @Test
  void shouldPublishEverythingAgainWhenTheSiteWasRemoved() throws Exception {
    // Given
    RunRequest request = Runs.request(from, out);
    Runs.run(request);
    Map<String, String> before = Runs.hashes(out);
    Files.move(out, folder.resolve("removed"));

    // When
    RunResult result = Runs.run(request);

    // Then
    assertThat(result.counts()).containsExactly(Map.entry(Outcome.CREATED, 2L));
    assertThat(Runs.hashes(out)).isEqualTo(before);
  }

  @Test
  void shouldPublishAnotherCommunityThatIsFilesOnly() throws Exception {
    // Given
    WorkPackages.schema(from, 9);
    WorkPackages.workPackage(from, "club.json", 7, 1, "Club News", 9, "garden-club");
    RunRequest request = Runs.request(from, out);
    RunResult before = Runs.run(request);
    assertThat(before.exitCode()).isEqualTo(3);
    assertThat(before.letters()).extracting(OpenLetters.Letter::reason).containsExactly("no-lane");
    Map<String, String> others = Runs.hashes(out);

    // When
    Path site = folder.resolve("lanes");
    Runs.copySite(site);
    Runs.write(
        site.resolve("archetypes/club.md"),
        """
        ---
        title: ${title}
        slug: ${title | slugify}
        basePath: /club/
        ---
        ${body}
        """);
    Runs.write(
        site.resolve("lanes.yaml"),
        Files.readString(Runs.SITE.resolve("lanes.yaml"), StandardCharsets.UTF_8)
            + "\n  - name: club\n"
            + "    match: {source: open-project, project: garden-club}\n"
            + "    archetype: club\n"
            + "    document-id: \"${id}-${title}\"\n"
            + "    layout: flat\n");
    RunResult after = Runs.run(Runs.withSite(request, site));

    // Then
    assertThat(after.exitCode()).isZero();
    assertThat(after.counts())
        .containsOnly(Map.entry(Outcome.CREATED, 1L), Map.entry(Outcome.UNCHANGED, 2L));
    assertThat(Runs.hashes(out)).containsAllEntriesOf(others).hasSize(others.size() + 1);
    assertThat(Runs.documents(out).keySet()).anyMatch(p -> p.matches("content/club/[^/]+\\.md"));
  }

  @Test
  void shouldDeadLetterABrokenFileOnceAndCloseTheLetterWhenItIsMended() throws Exception {
    // Given
    RunRequest request = Runs.request(from, out);
    Path file = Runs.write(from.resolve("broken.json"), "{\"_type\":\"WorkPackage\",");

    // When
    RunResult broken = Runs.run(request);
    RunResult stillBroken = Runs.run(request);
    Files.delete(file);
    WorkPackages.workPackage(from, "broken.json", 3, 1, "Third Item", 5, COMMUNITY);
    RunResult mended = Runs.run(request);

    // Then
    assertThat(broken.exitCode()).isEqualTo(3);
    assertThat(stillBroken.letters()).hasSize(1).hasSameSizeAs(broken.letters());
    assertThat(broken.letters().get(0).message()).contains("broken.json");
    assertThat(mended.letters()).isEmpty();
    assertThat(mended.counts()).containsEntry(Outcome.CREATED, 1L);
  }

  @Test
  void shouldNameEveryMistakeBeforeAnythingStarts() {
    // Given
    RunRequest request =
        Runs.withSecret(Runs.request(folder.resolve("nowhere"), out), folder.resolve("no-secret"));
    Path site = folder.resolve("broken");
    Runs.write(
        site.resolve("lanes.yaml"),
        "lanes:\n  - name: a\n    match: {}\n    archetype: x\n    bogus: 1\n");
    Runs.write(site.resolve("archetypes/y.md"), "---\ntitle: ${titel}\n---\n");

    // When / Then
    assertThatThrownBy(() -> Runs.run(request))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("nowhere")
        .hasMessageContaining("no-secret");
    assertThatThrownBy(() -> Runs.run(Runs.withSite(Runs.request(from, out), site)))
        .isInstanceOf(SiteConfigurationException.class)
        .hasMessageContaining("bogus")
        .hasMessageContaining("did you mean \"title\"")
        .hasMessageContaining("slug");
    assertThat(out).doesNotExist();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
