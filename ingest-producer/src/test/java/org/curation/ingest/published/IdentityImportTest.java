package org.curation.ingest.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.curation.ingest.files.DirectorySource;
import org.curation.ingest.openproject.WebhookSignature;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.testing.Shared;
import org.curation.model.CurationId;
import org.curation.model.Identity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentityImportTest {
  private static final CurationId MARK = CurationId.parse("dropmark:1");
  private static final CurationId PACKAGE = CurationId.parse("open-project:1");

  @Test
  void shouldMatchTheSeedsWithTheFixtures() {
    // Given
    DirectorySource source =
        new DirectorySource(
            Shared.fixtures(),
            Optional.of(WebhookSignature.of(Shared.SECRET)),
            AcceptedIndex.empty(),
            DirectorySource.Options.defaults());

    // When
    IdentityImport imported = IdentityImport.of(PublishedSite.read(Shared.seeds()), source.links());

    // Then
    assertThat(imported.problems()).isEmpty();
    assertThat(imported.identities())
        .extracting(identity -> identity.id() + " " + identity.documentId())
        .containsExactly(
            "dropmark:9000001 eb1d84fb-950e-56aa-9fcd-9190a23b20fd",
            "open-project:3532 " + documentId(imported, "open-project:3532"),
            "open-project:3719 71b17c97-450a-504a-9002-52517bc633be",
            "open-project:3809 " + documentId(imported, "open-project:3809"),
            "open-project:7891 3a35337c-ede0-54da-a73b-babbf4f05f28.md");
    assertThat(imported.identities())
        .extracting(Identity::origin)
        .containsOnly(Identity.Origin.IMPORTED);
  }

  @Test
  void shouldFoldLinks() {
    // Given
    PublishedSite site = site(entry("a.md", "doc", null, null, "HTTP://www.X.org/a/"));

    // When
    IdentityImport imported = IdentityImport.of(site, Map.of("x.org/a", Set.of(MARK)));

    // Then
    assertThat(imported.identities())
        .containsExactly(
            new Identity(MARK, "doc", "content/a.md", List.of("/a/"), Identity.Origin.IMPORTED));
  }

  @Test
  void shouldReportWhatMatchesNothingOrSeveralThings() {
    // Given
    PublishedSite site =
        site(
            entry("none.md", "d1", null, null, "https://y.org"),
            entry("linkless.md", "d2", null, null, null),
            entry("several.md", "d3", null, null, "https://x.org/a"));

    // When
    IdentityImport imported = IdentityImport.of(site, Map.of("x.org/a", Set.of(MARK, PACKAGE)));

    // Then
    assertThat(imported.identities()).isEmpty();
    assertThat(imported.problems())
        .extracting(SiteProblem::file)
        .containsExactly("none.md", "linkless.md", "several.md");
    assertThat(imported.problems().get(2).message()).contains("[dropmark:1, open-project:1]");
  }

  @Test
  void shouldNarrowALinkDownBySource() {
    // Given
    PublishedSite site = site(entry("a.md", "d", "dropmark", null, "https://x.org/a"));

    // When
    IdentityImport imported = IdentityImport.of(site, Map.of("x.org/a", Set.of(MARK, PACKAGE)));

    // Then
    assertThat(imported.identities()).extracting(Identity::id).containsExactly(MARK);
  }

  @Test
  void shouldGiveNothingThatIsClaimedTwice() {
    // Given
    PublishedSite site =
        site(
            entry("a.md", "d1", "open-project", PACKAGE, null),
            entry("b.md", "d2", "open-project", PACKAGE, null),
            entry("c.md", "same", "x", CurationId.parse("x:1"), null),
            entry("d.md", "same", "x", CurationId.parse("x:2"), null),
            entry("e.md", "d5", "dropmark", MARK, null),
            entry("f.md", "d6", null, null, "https://x.org/a"));

    // When
    IdentityImport imported = IdentityImport.of(site, Map.of("x.org/a", Set.of(MARK)));

    // Then
    assertThat(imported.identities()).extracting(Identity::documentId).containsExactly("d5");
    assertThat(imported.problems())
        .extracting(SiteProblem::file)
        .containsExactlyInAnyOrder("a.md", "b.md", "c.md", "d.md", "f.md");
  }

  private static String documentId(IdentityImport imported, String id) {
    return imported.identities().stream()
        .filter(identity -> identity.id().toString().equals(id))
        .map(Identity::documentId)
        .filter(
            name -> name.matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"))
        .findFirst()
        .orElse("no uuid");
  }

  private static PublishedSite site(PublishedEntry... entries) {
    return new PublishedSite(List.of(entries), List.of());
  }

  private static PublishedEntry entry(
      String file,
      String documentId,
      @Nullable String source,
      @Nullable CurationId id,
      @Nullable String link) {
    return new PublishedEntry(
        file,
        Optional.ofNullable(source),
        Optional.ofNullable(id),
        documentId,
        Optional.ofNullable(link),
        List.of("/a/"),
        Optional.of("content/" + file));
  }
}
