package org.curation.ingest.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.curation.ingest.testing.Shared;
import org.curation.model.CurationId;
import org.curation.service.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedSiteTest {
  private static final String NAME = "mdName: 71b17c97-450a-504a-9002-52517bc633be\n";

  @TempDir Path root;

  @Test
  void shouldReadTheSeeds() {
    // When
    PublishedSite site = PublishedSite.read(Shared.seeds());

    // Then
    assertThat(site.problems()).isEmpty();
    assertThat(site.entries())
        .extracting(PublishedEntry::id)
        .containsExactly(
            id("open-project:3719"),
            id("open-project:3532"),
            id("open-project:7891"),
            id("open-project:3809"),
            Optional.empty());
    assertThat(site.entries()).extracting(PublishedEntry::path).containsOnly(Optional.empty());
    PublishedEntry third = site.entries().get(2);
    assertThat(third.documentId()).isEqualTo("3a35337c-ede0-54da-a73b-babbf4f05f28.md");
    assertThat(third.addresses())
        .containsExactly(
            "/news/hitconsultant-healthcare-leaders-the-importance-of-embracing-patient-engagement/",
            "/news/healthcare-leaders-the-importance-of-embracing-patient-engagement");
    PublishedEntry last = site.entries().get(4);
    assertThat(last.source()).contains("dropmark");
    assertThat(last.link())
        .contains(
            "https://www.healthcareitnews.com/news/patient-engagement-tech-improves-physician-org-s-no-show-rate-35");
    assertThat(site.entries().get(0).addresses())
        .startsWith(
            "/communities/chronic-care-management/curated-content/healthitoutcomes-finding-the-balance-between-patient-outreach-and-patient-care-with-technology/");
  }

  @ParameterizedTest
  @CsvSource({
    "content/news/a.md, content/news/a.md, /news/the-slug/",
    "content/a.markdown, content/a.markdown, /the-slug/",
    "content/communities/x/curated/a.html, content/communities/x/curated/a.html, /communities/x/curated/the-slug/",
    "content/news/bundle/index.md, content/news/bundle/index.md, /news/the-slug/",
    "content/bundle/index.md, content/bundle/index.md, /the-slug/"
  })
  void shouldKeepThePlaceOfPages(String file, String path, String address) throws IOException {
    // Given
    write(file, NAME + "slug: the-slug\nbasePath: /elsewhere/\n");

    // When
    PublishedEntry entry = only();

    // Then
    assertThat(entry.path()).contains(path);
    assertThat(entry.addresses()).containsExactly(address);
  }

  @ParameterizedTest
  @CsvSource({"news/a.md, content/news/a.md, /news/s/", "a.md, content/a.md, /s/"})
  void shouldTakeARootWithoutContentFolderForTheContent(String file, String path, String address)
      throws IOException {
    // Given
    write(file, NAME + "slug: s\n");

    // When / Then
    assertThat(only().path()).contains(path);
    assertThat(only().addresses()).containsExactly(address);
  }

  @Test
  void shouldGoByBasePathWithoutAPlace() throws IOException {
    // Given
    write("export/000.txt", NAME + "slug: s\nbasePath: news\naliases: [/one/, ' /two ', '', 3]\n");

    // When
    PublishedEntry entry = only();

    // Then
    assertThat(entry.path()).isEmpty();
    assertThat(entry.addresses()).containsExactly("/news/s/", "/one/", "/two");
  }

  @Test
  void shouldNameAPageWithoutSlugAsHugoDoes() throws IOException {
    // Given
    write("content/news/Some-Page.md", NAME);

    // When / Then
    assertThat(only().addresses()).containsExactly("/news/some-page/");
  }

  @Test
  void shouldReadScalarsAsTheyAreWritten() throws IOException {
    // Given
    write("a.md", "mdName: 0123\nid: 3719\nsource: open-project-curations\nslug: 2020-01-01\n");

    // When
    PublishedEntry entry = only();

    // Then
    assertThat(entry.documentId()).isEqualTo("0123");
    assertThat(entry.id()).contains(CurationId.parse("open-project:3719"));
    assertThat(entry.addresses()).containsExactly("/2020-01-01/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "title: a: b\n",
        "- a\n- b\n",
        "just text\n",
        "a: !!javax.script.ScriptEngineManager [x]\n",
        "mdName: ../../etc/passwd\n",
        "mdName: a..b\n",
        "mdName: .hidden\n",
        "mdName: a/b\n",
        "mdName: [a]\n",
        "mdName: null\n",
        "title: no name\n"
      })
  void shouldReportWhatCannotBeTakenOver(String head) throws IOException {
    // Given
    write("content/a.md", head);

    // When
    PublishedSite site = PublishedSite.read(root);

    // Then
    assertThat(site.entries()).isEmpty();
    assertThat(site.problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message()).startsWith("content/a.md: ").doesNotContain("\n"));
  }

  @Test
  void shouldBoundAliasesAndNesting() throws IOException {
    // Given
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 100; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    write("bomb.md", NAME + bomb);
    write("deep.md", NAME + "a: " + "[".repeat(10_000) + "]".repeat(10_000) + "\n");

    // When
    PublishedSite site = PublishedSite.read(root);

    // Then
    assertThat(site.entries()).isEmpty();
    assertThat(site.problems()).hasSize(2);
  }

  @Test
  void shouldReportAHeadWithoutEnd() throws IOException {
    // Given
    Files.writeString(root.resolve("a.md"), "---\nmdName: x\n");

    // When / Then
    assertThat(PublishedSite.read(root).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("has no end"));
  }

  @Test
  void shouldLeaveOutAddressesThatLeadAway() throws IOException {
    // Given
    write(
        "a.txt",
        NAME
            + "slug: ../../up\nbasePath: /news/\naliases:\n- https://x.org/\n- relative\n- /ok/\n- /a\\b\n");

    // When
    PublishedSite site = PublishedSite.read(root);

    // Then
    assertThat(site.entries().get(0).addresses()).containsExactly("/ok/");
    assertThat(site.problems()).hasSize(4);
  }

  @Test
  void shouldPassOverOtherFilesAndLinks() throws IOException {
    // Given
    Files.writeString(root.resolve("cert.pem"), "-----BEGIN CERTIFICATE-----\n");
    Files.writeString(root.resolve("toml.md"), "+++\nmdName = 'x'\n+++\n");
    Files.writeString(root.resolve("short"), "---");
    Files.write(root.resolve("image.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, 0});
    Files.createSymbolicLink(root.resolve("link.md"), root.resolve("toml.md"));

    // When
    PublishedSite site = PublishedSite.read(root);

    // Then
    assertThat(site.entries()).isEmpty();
    assertThat(site.problems()).isEmpty();
  }

  @Test
  void shouldReadMarkedAndWindowsFiles() throws IOException {
    // Given
    Files.write(
        root.resolve("a.md"),
        "\uFEFF---\r\nmdName: x\r\nslug: s\r\n---\r\nbody --- more\r\n"
            .getBytes(StandardCharsets.UTF_8));

    // When / Then
    assertThat(only().documentId()).isEqualTo("x");
    assertThat(only().addresses()).containsExactly("/s/");
  }

  @Test
  void shouldSayThatTheRootIsMissing() {
    // When / Then
    assertThatThrownBy(() -> PublishedSite.read(root.resolve("absent")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("absent");
  }

  private PublishedEntry only() {
    List<PublishedEntry> entries = PublishedSite.read(root).entries();
    assertThat(entries).hasSize(1);
    return entries.get(0);
  }

  private void write(String name, String head) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "---\n" + head + "---\n\nbody\n");
  }

  private static Optional<CurationId> id(String text) {
    return Optional.of(CurationId.parse(text));
  }
}
