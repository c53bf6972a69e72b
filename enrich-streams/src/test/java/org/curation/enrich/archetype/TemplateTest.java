package org.curation.enrich.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.curation.enrich.yaml.Place;
import org.curation.enrich.yaml.Problem;
import org.curation.enrich.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final ObjectNode VARIABLES =
      Variables.of(
          """
          {'id': 3719, 'title': "The org’s News: Today", 'topics': ['KLAS: Patient Engagement', 'Plain'],
           'tags': [], 'author': '', 'status': null, 'type': ' Curated Content ',
           'createdAt': '2020-10-23T23:30:00.031-05:00', 'updatedAt': 'last week',
           'project': {'identifier': 'medigy-diabetes'},
           'documentId': '3a35.md',
           'fields': {'flag': false, 'count': 7, 'nested': {'a': [1, null]}},
           'page': {'meta': {'msvalidate.01': 'dotted', 'ogtitle': 'Og'}}}
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "${id}; 3719",
        "${title}; ^\"The org’s News: Today\"^",
        "${topics}; [\"KLAS: Patient Engagement\",\"Plain\"]",
        "${status}; null",
        "${fields.flag}; false",
        "${fields.nested}; {\"a\":[1,null]}",
        "${fields.missing}; null",
        "${page.meta.msvalidate.01}; \"dotted\"",
        "${page.meta}; {\"msvalidate.01\":\"dotted\",\"ogtitle\":\"Og\"}",
        "${page.meta.og}; null",
        "${link.href}; null",
        "^ ${id}^; ^\" 3719\"^",
        "${id}-${title | slugify}; \"3719-the-orgs-news-today\"",
        "<${status}>; \"<>\"",
        "<${topics}>; \"<KLAS: Patient Engagement, Plain>\"",
        "<${fields.nested}>; ^\"<{\\\"a\\\":[1,null]}>\"^",
        "$${id}; \"${id}\"",
        "$5 ${id}$; \"$5 3719$\"",
        "${ title|slugify }; \"the-orgs-news-today\"",
        "${topics | slugify | prefix('topic/')}; [\"topic/klas-patient-engagement\",\"topic/plain\"]",
        "${topics | after(': ')}; [\"Patient Engagement\",\"Plain\"]",
        "${topics | lower | first}; \"klas: patient engagement\"",
        "${title | upper}; ^\"THE ORG’S NEWS: TODAY\"^",
        "${type | trim}; \"Curated Content\"",
        "${project.identifier | removePrefix('medigy-')}; \"diabetes\"",
        "${project.identifier | removePrefix('other-')}; \"medigy-diabetes\"",
        "${documentId | removeSuffix('.md')}; \"3a35\"",
        "${documentId | removeSuffix('.txt')}; \"3a35.md\"",
        "${documentId | suffix('!')}; \"3a35.md!\"",
        "${author | suffix('!') | prefix('!')}; \"\"",
        "${status | suffix('!') | slugify}; null",
        "${createdAt | day}; \"2020-10-24\"",
        "${createdAt | micros}; \"2020-10-24T04:30:00.031000Z\"",
        "${updatedAt | day}; \"last week\"",
        "${updatedAt | micros}; \"last week\"",
        "${status | default('open')}; \"open\"",
        "${author | default(\"it's\")}; \"it's\"",
        "${author | default('it\\'s')}; \"it's\"",
        "${tags | default(-3)}; -3",
        "${fields.flag | default('x')}; false",
        "${id | default('x')}; 3719",
        "${id | prefix('wp-')}; \"wp-3719\"",
        "${tags | first}; null",
        "${title | first()}; ^\"The org’s News: Today\"^",
        "${topics | json}; ^\"[\\\"KLAS: Patient Engagement\\\",\\\"Plain\\\"]\"^",
        "${status | json}; null",
        "${fields.nested | lower}; {\"a\":[1,null]}",
        "${title | after('}')}; ^\"The org’s News: Today\"^",
      })
  void shouldFillIn(String text, String expected) {
    // Given
    Problems problems = new Problems();
    Template template = parse(text, problems);

    // When
    JsonNode value = template.value(VARIABLES);

    // Then
    assertThat(problems.list()).isEmpty();
    assertThat(value).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "${titel}; ^no variable \"titel\" here; did you mean \"title\"?^",
        "${link.orginal}; ^no variable \"link.orginal\" here; did you mean \"link.original\"?^",
        "${link}; ^no variable \"link\" of its own; known: link.brand, link.href, link.original, link.site^",
        "${image.colour}; ^no variable \"image.colour\" here^",
        "${fields.}; ^no variable \"fields.\" here; did you mean \"fields\"?^",
        "${title | slugfy}; ^no filter \"slugfy\"; did you mean \"slugify\"?^",
        "${title | lower('x')}; filter \"lower\" takes no argument, but has 1",
        "${title | prefix}; filter \"prefix\" takes one argument, but has 0",
        "${title | prefix('a', 2)}; filter \"prefix\" takes one argument, but has 2",
        "${title | prefix(2)}; filter \"prefix\" takes a text: prefix('…')",
        "${title; ^\"${\" is not closed by \"}\"; write \"$${\" for a literal \"${\"^",
        "${title | after('x}; a quoted text in \"${\" is not closed",
        "${title lower}; expected \"|\" or \"}\" in \"${…}\", but found \"lower}\"",
        "${}; expected a variable in \"${…}\", but found \"}\"",
        "${title | }; expected a filter in \"${…}\", but found \"}\"",
        "${title | default(x)}; ^expected a text in quotes or a whole number in \"${…}\", but found \"x)}\"^",
        "${title | default('x'}; ^expected \",\" or \")\" in \"${…}\", but found \"}\"^",
      })
  void shouldReportWithPlaceAndSuggestion(String text, String message) {
    // Given
    Problems problems = new Problems();

    // When
    parse(text, problems);

    // Then
    assertThat(problems.list()).containsExactly(new Problem("a.md", 7, "some.key", message));
  }

  @Test
  void shouldReportEveryProblemOfOneText() {
    // Given
    Problems problems = new Problems();

    // When
    parse("${one} ${title} ${two} ${title | three", problems);

    // Then
    assertThat(problems.list()).hasSize(3);
  }

  @Test
  void shouldNotShareItsValuesWithTheVariables() {
    // Given
    ObjectNode variables = Variables.of("{'fields': {'a': {}}}");
    Template template = parse("${fields}", new Problems());

    // When
    ((ObjectNode) template.value(variables)).put("b", 1);

    // Then
    assertThat(variables).isEqualTo(Variables.of("{'fields': {'a': {}}}"));
  }

  private static Template parse(String text, Problems problems) {
    return new TemplateParser(VariableNames.DOCUMENT)
        .parse(text, new Place(problems, "a.md", 7, "some.key"));
  }
}
