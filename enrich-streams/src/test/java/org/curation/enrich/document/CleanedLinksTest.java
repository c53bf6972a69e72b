package org.curation.enrich.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.model.CurationContext;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;
import org.curation.model.Document;
import org.curation.model.Provenance;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.curation.model.topic.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanedLinksTest {
  private static final Instant TIME = Instant.parse("2024-01-01T00:00:00Z");
  private static final String TRACKED = "http://www.Example.org/a/?utm_source=x&b=1&own=2#s";

  @Test
  void shouldPublishTheCleanLinkWhereTheLaneSaysSo(@TempDir Path folder) throws Exception {
    // Given
    SiteConfiguration site = site(folder);

    // When
    Map<CurationId, Document> published =
        play(site, record(1, "cleaned", TRACKED), record(2, "curated", TRACKED + "x"));

    // Then
    ObjectNode cleaned = published.get(id(1)).frontMatter();
    assertThat(cleaned.get("href").asText()).isEqualTo("http://www.example.org/a/?b=1#s");
    assertThat(cleaned.get("original").asText()).isEqualTo(TRACKED);
    assertThat(cleaned.get("brand").asText()).isEqualTo("example.org");
    assertThat(link(published.get(id(1))).rule()).startsWith("cleaned by rules");
    assertThat(link(published.get(id(1))).changes())
        .contains(new Provenance.Change("mine", "own=2", null));
    assertThat(published.get(id(2)).frontMatter().get("href").asText()).isEqualTo(TRACKED + "x");
  }

  @Test
  void shouldFindDuplicatesByTheKeyInEveryLane(@TempDir Path folder) throws Exception {
    // Given
    SiteConfiguration site = site(folder);

    // When
    Map<CurationId, Document> published =
        play(
            site,
            record(1, "curated", TRACKED),
            record(2, "cleaned", "https://example.org/a?b=1&utm_medium=y#s"),
            record(3, "curated", "https://example.org/a?b=2"));

    // Then
    assertThat(published.keySet()).containsExactly(id(1), id(3));
  }

  @Test
  void shouldLeaveARejectedLinkAsCurated(@TempDir Path folder) throws Exception {
    Map<CurationId, Document> published =
        play(site(folder), record(1, "cleaned", "http://intranet/a?utm_source=x"));
    assertThat(published.get(id(1)).frontMatter().get("href").asText())
        .isEqualTo("http://intranet/a?utm_source=x");
    assertThat(link(published.get(id(1))).rule())
        .isEqualTo("rejected, left as curated: not-public");
  }

  private static Provenance.Field link(Document document) {
    return document.provenance().fields().stream()
        .filter(field -> field.field().equals("link.href"))
        .findFirst()
        .orElseThrow();
  }

  private static Map<CurationId, Document> play(SiteConfiguration site, RawCuration... records) {
    return new ClaimWorld(site).play(List.of(records), new Random(1)).published();
  }

  private static SiteConfiguration site(Path folder) throws IOException {
    Files.createDirectory(folder.resolve("archetypes"));
    Files.writeString(
        folder.resolve("archetypes/plain.md"),
        """
        ---
        title: ${title}
        slug: item-${id}
        basePath: /items/
        href: ${link.href}
        original: ${link.original}
        brand: ${link.brand}
        ---
        """);
    Files.writeString(
        folder.resolve("lanes.yaml"),
        """
        lanes:
          - {name: cleaned, match: {project: cleaned}, archetype: plain, document-id: "${id}",
             duplicates: withhold, link: cleaned}
          - {name: curated, match: {project: curated}, archetype: plain, document-id: "${id}",
             duplicates: withhold}
        """);
    Files.writeString(
        folder.resolve("url-rules.yaml"),
        """
        version: mine
        extends: none
        rules:
          - {id: utm, strip: ["utm_*"]}
          - {id: mine, hosts: [example.org], strip: [own]}
        """);
    return SiteConfiguration.load(folder);
  }

  private static RawCuration record(long number, String lane, String link) {
    ObjectNode payload = Json.mapper().createObjectNode();
    payload.put("id", number).put("subject", "Title " + number);
    payload.putObject("description").put("raw", "Text");
    payload.put("createdAt", "2024-01-0%dT00:00:00Z".formatted(number));
    payload.put("updatedAt", "2024-02-01T00:00:00Z");
    return new RawCuration(
        id(number),
        SourceEvent.UPDATED,
        new Version(0, 1),
        TIME,
        TIME,
        "x",
        payload,
        new CurationContext(
            Map.of("cleanUrl", TextNode.valueOf(link)),
            new ProjectRef("1", lane, lane),
            "Curated Content",
            null,
            null,
            null,
            null));
  }

  private static CurationId id(long number) {
    return CurationId.parse("open-project:" + number);
  }
}
