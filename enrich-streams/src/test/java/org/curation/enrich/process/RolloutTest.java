package org.curation.enrich.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.model.AcceptedCuration;
import org.curation.model.CaptureRequest;
import org.curation.model.CurationContext;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.Document;
import org.curation.model.RawCuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start with another site brings what is published in line, without any record. */
class RolloutTest {
  private static final String ARCHETYPE =
      """
      ---
      title: ${title}
      slug: ${title | slugify}
      basePath: /%s/
      link: ${link.href}
      ---
      """;
  private static final String LANE =
      """
        - name: %s
          match: {type: %s}
          archetype: %1$s
          document-id: "${id}"
          link: cleaned
          duplicates: withhold
      """;
  private static final String BOTH =
      "lanes:\n" + LANE.formatted("one", "A") + LANE.formatted("two", "B");
  private static final String NO_RULES = "extends: none\n";
  private static final String RULES = "extends: none\nrules:\n  - {id: ref, strip: [ref]}\n";

  @TempDir Path folder;

  private final KeptStores stores = new KeptStores();
  private TopologyFixture pipeline;

  @BeforeEach
  void start() throws IOException {
    for (String name : List.of("one", "two")) {
      file("archetypes/" + name + ".md", ARCHETYPE.formatted(name));
    }
    file("lanes.yaml", BOTH);
    pipeline = TopologyFixture.kept(folder.resolve("state"), site(), stores);
    pipeline.pass(Duration.ofSeconds(2));
  }

  @AfterEach
  void stop() {
    pipeline.close();
  }

  @Test
  void shouldSayNothingWhenTheSiteIsTheSameOrMeansTheSame() throws IOException {
    // Given
    pipeline.raw(raw(1, "A", "First", ""));

    // When
    restart();
    file("lanes.yaml", "# a comment\n" + BOTH);
    restart();

    // Then
    assertThat(pipeline.documents()).isEmpty();
    assertThat(pipeline.accepted()).isEmpty();
    assertThat(pipeline.requests()).isEmpty();
  }

  @Test
  void shouldComeToWhatAFreshStartComesTo() throws IOException {
    // Given
    for (int number = 1; number <= 300; number++) {
      pipeline.raw(raw(number, number % 3 == 0 ? "B" : "A", "Title " + number, ""));
    }
    Map<String, String> published = new TreeMap<>();
    pipeline.documents().forEach(each -> published.put(each.id().toString(), text(each)));

    // When
    file(
        "lanes.yaml",
        BOTH.replace("{type: B}", "{type: C}").replace("{type: A}", "{type: [A, B]}"));
    file("archetypes/one.md", ARCHETYPE.formatted("one").replace("link:", "label: New\nlink:"));
    restart();
    List<Document> told = pipeline.documents();

    // Then
    told.forEach(each -> published.put(each.id().toString(), text(each)));
    stop();
    pipeline = TopologyFixture.inMemory(folder.resolve("fresh"), site());
    Map<String, String> fresh = new TreeMap<>();
    for (int number = 1; number <= 300; number++) {
      pipeline.raw(raw(number, number % 3 == 0 ? "B" : "A", "Title " + number, ""));
    }
    pipeline.documents().forEach(each -> fresh.put(each.id().toString(), text(each)));
    assertThat(told).hasSize(300);
    published.replaceAll((id, text) -> text.replaceAll(",\"aliases\":\"[^\"]*\"", ""));
    assertThat(published).isEqualTo(fresh);
  }

  @Test
  void shouldKeepWhatCanNoLongerBeShapedAndSaySo() throws IOException {
    // Given
    pipeline.raw(raw(1, "B", "First", ""));
    pipeline.documents();
    pipeline.accepted();

    // When no lane takes it any more
    file("lanes.yaml", "lanes:\n" + LANE.formatted("one", "A"));
    restart();

    // Then
    assertThat(pipeline.documents()).isEmpty();
    assertThat(pipeline.letters())
        .hasSize(1)
        .first()
        .extracting(each -> each.value().length > 0)
        .isEqualTo(true);
    assertThat(pipeline.accepted())
        .extracting(AcceptedCuration::state)
        .containsExactly(AcceptedCuration.State.DEAD_LETTERED);

    // When nothing is said twice, and the old site comes back
    restart();
    assertThat(pipeline.letters()).isEmpty();
    file("lanes.yaml", BOTH);
    restart();

    // Then the letter is resolved
    assertThat(pipeline.documents()).isEmpty();
    assertThat(pipeline.letters())
        .hasSize(1)
        .first()
        .extracting(each -> each.value().length)
        .isEqualTo(0);
    assertThat(pipeline.accepted())
        .extracting(AcceptedCuration::state)
        .containsExactly(AcceptedCuration.State.PUBLISHED);
  }

  @Test
  void shouldTakeBackAndBringBackWithItsCaptures() throws IOException {
    // Given
    pipeline.raw(raw(1, "B", "First", ""));
    pipeline.documents();
    pipeline.requests();

    // When
    file(
        "lanes.yaml",
        "lanes:\n"
            + LANE.formatted("one", "A")
            + "  - {name: no, match: {}, ignore: nobody reads it}\n");
    restart();

    // Then
    assertThat(pipeline.documents())
        .extracting(Document::state)
        .containsExactly(Document.State.UNPUBLISHED);
    assertThat(pipeline.requestsByKey()).hasSize(1).first().extracting(each -> each.value).isNull();

    // When
    file("lanes.yaml", BOTH);
    restart();

    // Then
    assertThat(pipeline.documents())
        .extracting(Document::state)
        .containsExactly(Document.State.PUBLISHED);
    assertThat(pipeline.requests()).extracting(CaptureRequest::number).containsExactly(2L);
  }

  @Test
  void shouldFindDuplicatesByTheRulesOfTheTimeAndLetThemGoWithThem() throws IOException {
    // Given
    file("url-rules.yaml", NO_RULES);
    restart();
    pipeline.raw(raw(1, "A", "First", "?ref=x"));
    pipeline.raw(raw(2, "A", "Second", ""));
    assertThat(pipeline.documents()).hasSize(2);

    // When
    file("url-rules.yaml", RULES);
    restart();

    // Then
    assertThat(states()).containsOnly(Map.entry("1", "PUBLISHED"), Map.entry("2", "UNPUBLISHED"));

    // When
    file("url-rules.yaml", NO_RULES);
    restart();

    // Then
    assertThat(states()).containsOnly(Map.entry("1", "PUBLISHED"), Map.entry("2", "PUBLISHED"));
  }

  @Test
  void shouldBeginAnewWhenTheSiteChangesAgainBeforeAllWereLookedAt() throws IOException {
    // Given
    pipeline.raw(raw(1, "A", "First", ""));
    pipeline.documents();

    // When a start ends before its look began, and the next has yet another site
    file("archetypes/one.md", ARCHETYPE.formatted("one").replace("link:", "label: New\nlink:"));
    reopen();
    file("archetypes/one.md", ARCHETYPE.formatted("one").replace("link:", "label: Newer\nlink:"));
    restart();

    // Then
    assertThat(pipeline.documents())
        .extracting(each -> each.frontMatter().path("label").asText())
        .containsExactly("Newer");
  }

  private Map<String, String> states() {
    Map<String, String> states = new HashMap<>();
    pipeline.documents().forEach(each -> states.put(each.id().sourceId(), each.state().name()));
    return states;
  }

  private void restart() throws IOException {
    reopen();
    pipeline.pass(Duration.ofSeconds(2));
  }

  private void reopen() throws IOException {
    SiteConfiguration site = site();
    pipeline.close();
    pipeline = TopologyFixture.kept(folder.resolve("state"), site, stores);
  }

  private SiteConfiguration site() {
    return SiteConfiguration.load(folder.resolve("site"));
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve("site").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String text(Document document) {
    return document.path() + document.frontMatter() + document.body();
  }

  private static RawCuration raw(long number, String type, String title, String query) {
    String link =
        "https://www.example.org/" + (title.startsWith("Title") ? number : "same") + query;
    return Given.with(
        Given.community(number, 1, title),
        new CurationContext(
            Map.of("cleanUrl", TextNode.valueOf(link)),
            new ProjectRef("1", "world", "World"),
            type,
            "New",
            null,
            null,
            null));
  }
}
