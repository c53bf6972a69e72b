package org.curation.enrich.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.model.CurationContext;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;
import org.curation.model.Document;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.curation.model.topic.Json;
import org.junit.jupiter.api.Test;

/**
 * Items that want the same addresses, paths and links: at no time do two have one, and the end is
 * the same whatever order things arrive in.
 */
class ClaimOrderTest {
  private static final Instant TIME = Instant.parse("2024-01-01T00:00:00Z");
  private static final SiteConfiguration SITE = site();

  @Property(tries = 1500)
  void shouldEndWithTheSameDocumentsInAnyOrder(@ForAll long story, @ForAll long order) {
    // Given
    List<RawCuration> records = story(new Random(story));

    // When
    ClaimWorld one = new ClaimWorld(SITE).play(records, new Random(order));
    ClaimWorld other = new ClaimWorld(SITE).play(records, new Random(~order));

    // Then
    assertThat(other.visible()).isEqualTo(one.visible());
  }

  @Test
  void shouldGiveTheAddressToTheOlderItemAndTheNextOneToTheYounger() {
    for (long order = 0; order < 50; order++) {
      // Given
      List<RawCuration> records =
          List.of(record(1, 1, "Same", "l1", 2, "open"), record(2, 1, "Same", "l2", 1, "open"));

      // When
      Map<CurationId, Document> published =
          new ClaimWorld(SITE).play(records, new Random(order)).published();

      // Then
      assertThat(published.get(id(2)).address()).isEqualTo("/open/example-same/");
      assertThat(published.get(id(1)).address()).isEqualTo("/open/example-same-1/");
      assertThat(published.get(id(1)).frontMatter().get("slug").asText())
          .isEqualTo("example-same-1");
      assertThat(published.get(id(1)).provenance().steps())
          .anySatisfy(
              step ->
                  assertThat(step.detail())
                      .contains("\"/open/example-same/\" belongs to open-project:2"));
    }
  }

  @Test
  void shouldHandTheAddressOnWhenItsOwnerIsDeleted() {
    for (long order = 0; order < 50; order++) {
      // Given
      List<RawCuration> records =
          List.of(
              record(1, 1, "Same", "l1", 2, "open"),
              record(2, 1, "Same", "l2", 1, "open"),
              deletion(2, 1));

      // When
      Map<CurationId, Document> published =
          new ClaimWorld(SITE).play(records, new Random(order)).published();

      // Then
      assertThat(published).containsOnlyKeys(id(1));
      Document left = published.get(id(1));
      assertThat(left.address()).isEqualTo("/open/example-same/");
      assertThat(left.formerAddresses()).containsExactly("/old/same", "/open/example-same-1/");
    }
  }

  @Test
  void shouldTreatDuplicateLinksAsTheLaneSays() {
    // Given
    List<RawCuration> records =
        List.of(
            record(1, 1, "First", "same", 1, "open"),
            record(2, 1, "Second", "same", 2, "open"),
            record(3, 1, "Third", "same", 3, "strict"),
            record(4, 1, "Fourth", "same", 4, "pointing"));

    // When
    Map<CurationId, Document> published =
        new ClaimWorld(SITE).play(records, new Random(1)).published();

    // Then
    assertThat(published).containsOnlyKeys(id(1), id(2), id(4));
    assertThat(published.get(id(2)).frontMatter().has("duplicateOf")).isFalse();
    assertThat(published.get(id(4)).frontMatter().get("duplicateOf").asText())
        .isEqualTo(published.get(id(1)).documentId());
    assertThat(published.get(id(4)).provenance().steps())
        .anySatisfy(
            step -> assertThat(step.detail()).isEqualTo("open-project:1 had the link first"));
  }

  @Test
  void shouldPublishAWithheldDuplicateWhenTheFirstIsDeleted() {
    for (long order = 0; order < 50; order++) {
      // Given
      List<RawCuration> records =
          List.of(
              record(1, 1, "First", "same", 1, "strict"),
              record(2, 1, "Second", "same", 2, "strict"),
              deletion(1, 1));

      // When
      ClaimWorld world = new ClaimWorld(SITE).play(records, new Random(order));

      // Then
      assertThat(world.published()).containsOnlyKeys(id(2));
    }
  }

  @Test
  void shouldKeepDocumentIdsApartWhereALaneMakesThemFromTheLink() {
    for (long order = 0; order < 50; order++) {
      // Given
      List<RawCuration> records =
          List.of(record(1, 1, "A", "same", 1, "archive"), record(2, 1, "B", "same", 2, "archive"));

      // When
      ClaimWorld world = new ClaimWorld(SITE).play(records, new Random(order));

      // Then
      assertThat(world.letters()).isEmpty();
      assertThat(world.published().get(id(2)).documentId())
          .isEqualTo(world.published().get(id(1)).documentId() + "-2");
    }
  }

  /** Five items over few titles and links; each is made, perhaps renamed, deleted, made again. */
  private static List<RawCuration> story(Random random) {
    List<RawCuration> records = new ArrayList<>();
    for (int number = 1; number <= 5; number++) {
      String lane = List.of("open", "strict", "pointing", "archive").get(random.nextInt(4));
      int created = 1 + random.nextInt(3);
      String link = "l" + random.nextInt(3);
      int states = 1 + random.nextInt(3);
      for (int version = 1; version <= states; version++) {
        String title = List.of("X", "X", "Y", "X 2", "X 3").get(random.nextInt(5));
        records.add(record(number, version, title, link, created, lane));
      }
      if (random.nextInt(3) == 0) {
        records.add(deletion(number, states));
        if (random.nextInt(3) == 0) {
          RawCuration again = record(number, states, "X", link, created, lane);
          records.add(
              new RawCuration(
                  again.id(),
                  again.event(),
                  new Version(1, states),
                  TIME,
                  TIME,
                  "x",
                  again.payload(),
                  again.context()));
        }
      }
    }
    return records;
  }

  private static RawCuration record(
      long number, long version, String title, String link, int createdDay, String lane) {
    ObjectNode payload = Json.mapper().createObjectNode();
    payload.put("id", number).put("subject", title);
    payload.putObject("description").put("raw", "Version " + version);
    payload.put("createdAt", "2024-01-0%dT00:00:00Z".formatted(createdDay));
    payload.put("updatedAt", "2024-02-01T00:00:00Z");
    return new RawCuration(
        id(number),
        SourceEvent.UPDATED,
        new Version(0, version),
        TIME,
        TIME,
        "x",
        payload,
        new CurationContext(
            Map.of("cleanUrl", TextNode.valueOf("https://example.org/" + link)),
            new ProjectRef("1", lane, lane),
            "Curated Content",
            null,
            null,
            null,
            null));
  }

  private static RawCuration deletion(long number, long version) {
    return new RawCuration(
        id(number), SourceEvent.DELETED, new Version(0, version), null, TIME, "x", null, null);
  }

  private static CurationId id(long number) {
    return new CurationId("open-project", Long.toString(number));
  }

  private static SiteConfiguration site() {
    try {
      Path folder = Files.createTempDirectory("claims");
      Files.createDirectory(folder.resolve("archetypes"));
      Files.writeString(
          folder.resolve("archetypes/plain.md"),
          """
          ---
          title: ${title}
          slug: ${link.site | slugify | suffix('-')}${title | slugify}
          basePath: /${project.identifier}/
          aliases: /old/${title | slugify}
          ---
          ${body}
          """);
      StringBuilder lanes = new StringBuilder("lanes:\n");
      lanes.append(lane("open", "publish", "${id}-${title}"));
      lanes.append(lane("strict", "withhold", "${id}-${title}"));
      lanes.append(lane("pointing", "point-to-first", "${id}-${title}"));
      lanes.append(lane("archive", "publish", "${link.href}"));
      Files.writeString(folder.resolve("lanes.yaml"), lanes);
      return SiteConfiguration.load(folder);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String lane(String project, String duplicates, String documentId) {
    return """
          - name: %1$s
            match: {project: %1$s}
            archetype: plain
            document-id: "%3$s"
            duplicates: %2$s
        """
        .formatted(project, duplicates, documentId);
  }
}
