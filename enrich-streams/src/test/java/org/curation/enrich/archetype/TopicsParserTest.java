package org.curation.enrich.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.curation.enrich.offering.TopicTable;
import org.curation.enrich.yaml.Problem;
import org.curation.enrich.yaml.Problems;
import org.junit.jupiter.api.Test;

class TopicsParserTest {
  @Test
  void shouldReadTheTable() {
    // When
    TopicTable table =
        read(
            """
            vendor-prefixes: [KLAS, "Symplur:"]
            topics:
              "KLAS: Patient Engagement": [Patient engagment, Engaging Patients]
              "KLAS: Aging": Ageing
              Telehealth:
            excluded-offerings: [18131, 7]
            """,
            List.of());

    // Then
    assertThat(table.name("symplur: ageing")).isEqualTo("KLAS: Aging");
    assertThat(table.name("patient ENGAGMENT")).isEqualTo("KLAS: Patient Engagement");
    assertThat(table.name("klas: telehealth")).isEqualTo("Telehealth");
    assertThat(table.excluded()).containsExactlyInAnyOrder(7L, 18131L);
  }

  @Test
  void shouldBeEmptyWhereNothingIsSaid() {
    assertThat(read("vendor-prefixes: []\ntopics: {}\nexcluded-offerings:\n", List.of()))
        .isEqualTo(TopicTable.EMPTY);
    assertThat(SiteConfiguration.load(java.nio.file.Path.of("..", "site")).topics())
        .isEqualTo(TopicTable.EMPTY);
  }

  @Test
  void shouldReportEverythingWithLineAndSuggestion() {
    read(
        """
        vendor-prefix: [KLAS]
        vendor-prefixes: [KLAS, klas, "A: B"]
        topics:
          "KLAS: Sleep": [Slumber, true]
          Rest: [slumber, "klas: SLEEP", ' ']
          Care: {also: x}
        excluded-offerings: [12, twelve, 12]
        """,
        List.of(
            "topics.yaml:1: vendor-prefix: unknown key; did you mean \"vendor-prefixes\"?",
            "topics.yaml:2: vendor-prefixes[1]: \"klas\" is in the list already",
            "topics.yaml:2: vendor-prefixes[2]: expected what stands before the colon, for example"
                + " KLAS, but found \"A: B\"",
            "topics.yaml:4: topics.KLAS: Sleep[1]: expected a text, but found \"true\"; put it in"
                + " quotes",
            "topics.yaml:5: topics.Rest[0]: \"slumber\" is a spelling of \"KLAS: Sleep\" already"
                + " (line 4); case, white space and vendor prefixes don't tell spellings apart;"
                + " remove one",
            "topics.yaml:5: topics.Rest[1]: \"klas: SLEEP\" is a spelling of \"KLAS: Sleep\""
                + " already (line 4); case, white space and vendor prefixes don't tell spellings"
                + " apart; remove one",
            "topics.yaml:5: topics.Rest[2]: must not be empty",
            "topics.yaml:6: topics.Care: expected a list, for example [one, another]",
            "topics.yaml:7: excluded-offerings[1]: expected the number of an offering, but found"
                + " \"twelve\"",
            "topics.yaml:7: excluded-offerings[2]: 12 is in the list already"));
    read(
        "[]",
        List.of(
            "topics.yaml:1: expected a map with the keys vendor-prefixes, topics,"
                + " excluded-offerings"));
    read(
        "topics: [a]",
        List.of(
            "topics.yaml:1: topics: expected a map: each topic as the site writes it, and a list of"
                + " other spellings"));
  }

  private static TopicTable read(String text, List<String> expected) {
    Problems problems = new Problems();
    TopicTable table = TopicsParser.parse("topics.yaml", text, problems);
    assertThat(problems.list())
        .map(Problem::toString)
        .containsExactlyInAnyOrderElementsOf(expected);
    return table;
  }

  @Test
  void shouldTellOfNumbersAndOfSpellingsThatAreThereTwice() {
    read(
        "vendor-prefixes: [7]\ntopics:\n  Rest: 5\n  Care: [caring, caring]\n",
        List.of(
            "topics.yaml:1: vendor-prefixes[0]: expected a text, but found the number \"7\"; put it"
                + " in quotes if it is a name",
            "topics.yaml:3: topics.Rest: expected a text, but found the number \"5\"; put it in"
                + " quotes if it is a name",
            "topics.yaml:4: topics.Care[1]: \"caring\" is in the list already"));
  }
}
