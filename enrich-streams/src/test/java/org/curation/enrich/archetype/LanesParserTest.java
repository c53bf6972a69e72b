package org.curation.enrich.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.curation.enrich.archetype.LaneTreatment.Ignored;
import org.curation.enrich.archetype.LaneTreatment.Layout;
import org.curation.enrich.archetype.LaneTreatment.Shaped;
import org.curation.enrich.description.DescriptionRule;
import org.curation.enrich.yaml.Problem;
import org.curation.enrich.yaml.Problems;
import org.curation.model.Document;
import org.junit.jupiter.api.Test;

class LanesParserTest {
  private static final Set<String> ARCHETYPES = new TreeSet<>(Set.of("community-2020", "news"));

  @Test
  void shouldReadEverySetting() {
    // Given
    String text =
        """
        lanes:
          - name: news
            match: {source: open-project, project: [a-*, b], type: Curated Content}
            archetype: news
            document-id: "${id}-${title}"
            document-id-suffix: .md
            featured-image: "${documentId | removeSuffix('.md')}-x.jpeg"
            link: as-curated
            description: slice-200
            body: as-curated
            front-matter: ordered
            layout: flat
            related-offerings: 5
            topics: subjects
            hold-for-capture: true
            related-offerings-minimum: 0.05
            topic-names: merged
        """;

    // When
    Shaped lane = shaped(read(text, List.of()).lanes().get(0));

    // Then
    assertThat(lane.archetype()).isEqualTo("news");
    assertThat(lane.newDocumentId(Variables.of("{'id': 1, 'title': 'T'}")))
        .isEqualTo(Uuid5.url("1-T") + ".md");
    assertThat(lane.featuredImageName(Variables.of("{'documentId': 'd.md'}")))
        .isEqualTo("d-x.jpeg");
    assertThat(lane.description()).isEqualTo(DescriptionRule.SLICE_200);
    assertThat(lane.frontMatter()).isEqualTo(Document.Style.ORDERED);
    assertThat(lane.layout()).isEqualTo(Layout.FLAT);
    assertThat(lane.relatedOfferings()).isEqualTo(5);
    assertThat(lane.relatedOfferingsMinimum()).isEqualTo(50_000_000);
    assertThat(lane.topicNames()).isEqualTo(LaneTreatment.TopicRule.MERGED);
    assertThat(lane.topicsField()).isEqualTo("subjects");
    assertThat(lane.holdForCapture()).isTrue();
  }

  @Test
  void shouldHaveDefaults() {
    // Given
    String text =
        """
        lanes:
          - name: a
            match: {}
            archetype: news
            document-id: ${link.href}
        """;

    // When
    Shaped lane = shaped(read(text, List.of()).lanes().get(0));

    // Then
    assertThat(lane.documentIdSuffix()).isEmpty();
    assertThat(lane.featuredImageName(Variables.of("{}"))).isNull();
    assertThat(lane.description()).isEqualTo(DescriptionRule.WORDS_200);
    assertThat(lane.frontMatter()).isEqualTo(Document.Style.SORTED);
    assertThat(lane.layout()).isEqualTo(Layout.BUNDLE);
    assertThat(lane.relatedOfferings()).isZero();
    assertThat(lane.relatedOfferingsMinimum()).isZero();
    assertThat(lane.topicNames()).isEqualTo(LaneTreatment.TopicRule.AS_CURATED);
    assertThat(lane.topicsField()).isEqualTo("medigyTopics");
    assertThat(lane.holdForCapture()).isFalse();
  }

  @Test
  void shouldReadTheBestDescriptionsLength() {
    // Given
    String text =
        """
        lanes:
          - name: a
            match: {}
            archetype: news
            document-id: ${id}
            description: best
        """;

    // When / Then
    assertThat(shaped(read(text, List.of()).lanes().get(0)).description())
        .isEqualTo(DescriptionRule.BEST);
    assertThat(shaped(read(text, List.of()).lanes().get(0)).descriptionLength()).isEqualTo(200);
    String longer = text + "    description-length: 320\n";
    assertThat(shaped(read(longer, List.of()).lanes().get(0)).descriptionLength()).isEqualTo(320);
    read(
        text + "    description-length: 30\n",
        List.of("lanes.yaml:7: lanes[0].description-length: expected 40 to 2000, but found 30"));
    read(
        text + "    description-length: long\n",
        List.of(
            "lanes.yaml:7: lanes[0].description-length: expected 40 to 2000, but found \"long\""));
    read(
        longer.replace("best", "words-200"),
        List.of(
            "lanes.yaml:7: lanes[0].description-length: has a meaning only with"
                + " \"description: best\""));
  }

  @Test
  void shouldTakeTheFirstLaneThatMatches() {
    // Given
    LaneTable table =
        read(
            """
            lanes:
              - name: drafts
                match: {status: [Draft, 'On *']}
                ignore: not ready
              - name: special
                match: {source: open-project, project: Medigy-Special, type: curated content}
                ignore: b
              - name: community
                match: {source: open-project, project: medigy-*}
                ignore: c
              - name: archive
                match: {collection: news.*}
                ignore: d
            """,
            List.of());

    // When / Then
    assertThat(lane(table, "open-project", "medigy-special", "Curated Content", "on hold"))
        .isEqualTo("drafts");
    assertThat(lane(table, "open-project", "medigy-special", "Curated Content", "New"))
        .isEqualTo("special");
    assertThat(lane(table, "open-project", "medigy-special", "Task", "New")).isEqualTo("community");
    assertThat(lane(table, "dropmark", "medigy-special", "Task", "New")).isEqualTo("none");
    assertThat(lane(table, "open-project", null, "Task", "New")).isEqualTo("none");
    assertThat(table.laneFor(new LaneFacts("dropmark", null, null, null, "News.X")))
        .map(Lane::treatment)
        .contains(new Ignored("d"));
    assertThat(table.named("special")).isPresent();
  }

  @Test
  void shouldReportEverythingWithLineAndKey() {
    // Given
    String text =
        """
        lane: []
        lanes:
          - name: one
            match: {sorce: dropmark, project: [], type: [true]}
            archetype: comunity-2020
            document-id: ${updatedAt}
            document-id-suffix: ../x
            featured-image: images/x.jpeg
            desription: none
            description: word-200
            front-matter: 5
            related-offerings: 0
            topics: medigy topics
            hold-for-capture: yes
          - name: one
            match: all
          - just text
          - ignore: because
            layout: flat
          - name: Bad Name
            match: {status: x}
            ignore: ''
            name: again
          - name: constant
            match: {status: y}
            archetype: news
            document-id: same
            layout: flat
            featured-image: same.jpeg
            related-offerings-minimum: 1/20
            topic-names: merge
        """;

    // When / Then
    read(
        text,
        List.of(
            "lanes.yaml:1: lane: unknown key; did you mean \"lanes\"?",
            "lanes.yaml:9: lanes[0].desription: unknown key; did you mean \"description\"?",
            "lanes.yaml:4: lanes[0].match.project: the list is empty; leave the key out for all,"
                + " or name one",
            "lanes.yaml:4: lanes[0].match.type[0]: expected a text, but found \"true\"; put it in"
                + " quotes",
            "lanes.yaml:4: lanes[0].match.sorce: unknown key; did you mean \"source\"?",
            "lanes.yaml:5: lanes[0].archetype: no archetype \"comunity-2020\"; did you mean"
                + " \"community-2020\"?",
            "lanes.yaml:6: lanes[0].document-id: no variable \"updatedAt\" here; known:"
                + " curationId, id, link.brand, link.href, link.original, link.site, title",
            "lanes.yaml:7: lanes[0].document-id-suffix: expected up to 16 letters, digits and"
                + " . _ -, but found \"../x\"",
            "lanes.yaml:8: lanes[0].featured-image: must be a file name without folders",
            "lanes.yaml:10: lanes[0].description: unknown value \"word-200\"; did you mean"
                + " \"words-200\"?",
            "lanes.yaml:11: lanes[0].front-matter: unknown value \"5\"; known: sorted, ordered",
            "lanes.yaml:12: lanes[0].related-offerings: expected none, all or 1 to 999, but found"
                + " \"0\"",
            "lanes.yaml:13: lanes[0].topics: expected the camel-case name of a custom field, but"
                + " found \"medigy topics\"; did you mean \"medigyTopics\"?",
            "lanes.yaml:14: lanes[0].hold-for-capture: expected true or false, without quotes, but"
                + " found \"yes\"",
            "lanes.yaml:16: lanes[1].match: expected a map, for example {source: open-project}",
            "lanes.yaml:15: lanes[1]: key \"archetype\" is required: name a file in archetypes"
                + " without .md",
            "lanes.yaml:15: lanes[1]: key \"document-id\" is required: what the permanent name is"
                + " made from",
            "lanes.yaml:15: lanes[1]: the name \"one\" is taken in line 3",
            "lanes.yaml:17: lanes[2]: expected a map of keys and values",
            "lanes.yaml:18: lanes[3]: key \"name\" is required: reports and metrics use it",
            "lanes.yaml:18: lanes[3]: key \"match\" is required: it says which records the lane"
                + " takes; {} is all",
            "lanes.yaml:19: lanes[3].layout: has no meaning in a lane that says \"ignore\"",
            "lanes.yaml:23: lanes[4].name: the key is there twice, first in line 20",
            "lanes.yaml:20: lanes[4].name: expected lower-case letters, digits and dashes, but"
                + " found \"Bad Name\"",
            "lanes.yaml:22: lanes[4].ignore: must not be empty",
            "lanes.yaml:27: lanes[5].document-id: needs a placeholder; without one all documents"
                + " would have the same name",
            "lanes.yaml:29: lanes[5].featured-image: needs a placeholder: in a flat layout all"
                + " images are in one folder",
            "lanes.yaml:30: lanes[5].related-offerings-minimum: has no meaning without"
                + " \"related-offerings\"",
            "lanes.yaml:30: lanes[5].related-offerings-minimum: expected a weight from 0 to 999,"
                + " for example 0.05, but found \"1/20\"",
            "lanes.yaml:31: lanes[5].topic-names: unknown value \"merge\"; did you mean"
                + " \"merged\"?"));
  }

  @Test
  void shouldReportLanesThatCanNeverMatch() {
    // Given
    String text =
        """
        lanes:
          - name: wide
            match: {source: open-project, project: medigy-*}
            ignore: a
          - name: equal
            match: {project: MEDIGY-*, source: open-project}
            ignore: b
          - name: narrower
            match: {source: open-project, project: [medigy-a, medigy-b-*], status: New}
            ignore: c
          - name: partly
            match: {source: open-project, project: [medigy-a, other]}
            ignore: d
          - name: rest
            match: {}
            ignore: e
          - name: late
            match: {source: dropmark}
            ignore: f
        """;

    // When / Then
    read(
        text,
        List.of(
            "lanes.yaml:5: lanes[1]: can never match: lane \"wide\" in line 2 comes first and takes"
                + " all of it; move this one up",
            "lanes.yaml:8: lanes[2]: can never match: lane \"wide\" in line 2 comes first and takes"
                + " all of it; move this one up",
            "lanes.yaml:17: lanes[5]: can never match: lane \"rest\" in line 14 comes first and"
                + " takes all of it; move this one up"));
  }

  @Test
  void shouldExplainTheFormOfTheFile() {
    read("", List.of("lanes.yaml: there is nothing in it"));
    read("[]", List.of("lanes.yaml:1: expected a map with the key \"lanes\""));
    read(
        "{}",
        List.of("lanes.yaml:1: key \"lanes\" is required: a list of lanes, the first match wins"));
    read("lanes: []", List.of("lanes.yaml:1: lanes: expected a list with at least one lane"));
    read(
        "lanes:\n  - name: a: b\n",
        List.of(
            "lanes.yaml:2: not readable as YAML: mapping values are not allowed here; check the indentation and quotes of this line and the one above"));
  }

  private static LaneTable read(String text, List<String> expected) {
    Problems problems = new Problems();
    LaneTable table = LanesParser.parse("lanes.yaml", text, ARCHETYPES, problems);
    assertThat(problems.list())
        .map(Problem::toString)
        .containsExactlyInAnyOrderElementsOf(expected);
    return table;
  }

  private static Shaped shaped(Lane lane) {
    assertThat(lane.treatment()).isInstanceOf(Shaped.class);
    return (Shaped) lane.treatment();
  }

  private static String lane(
      LaneTable table,
      String source,
      @org.jspecify.annotations.Nullable String project,
      String type,
      String status) {
    return table
        .laneFor(new LaneFacts(source, project, type, status, ""))
        .map(Lane::name)
        .orElse("none");
  }
}
