package org.curation.enrich.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.curation.enrich.yaml.Problem;
import org.curation.enrich.yaml.Problems;
import org.junit.jupiter.api.Test;

class ArchetypeProblemsTest {
  @Test
  void shouldReportEverythingWithLineAndKey() {
    // Given
    String text =
        """
        ---
        title: ${titel}
        slug: ${title | slugify | optional}
        link:
          brand: ${link.brnad}
          brand: x
        list:
          - ok
          - ${title | lower(1)}
        text: "a ${title | optional} b"
        $wen: ${image}
        $when: ${image}
        image:
          $when: image
          $when2: x
        "${title}": x
        anchor: &a [1]
        alias: *a
        tag: !!binary aGk=
        custom: !thing {}
        number: .inf
        <<: {x: 1}
        ---

        Text
        ${body}
        ${body | optional} ${boddy}
        """;

    // When
    List<String> problems = problems(text);

    // Then
    assertThat(problems)
        .containsExactlyInAnyOrder(
            "a.md:2: title: no variable \"titel\" here; did you mean \"title\"?",
            "a.md:1: slug: must be a text that is always there",
            "a.md:1: basePath: this key is required in the front matter",
            "a.md:5: link.brand: no variable \"link.brnad\" here; did you mean \"link.brand\"?",
            "a.md:6: link.brand: the key is there twice, first in line 5",
            "a.md:9: list[1]: filter \"lower\" takes no argument, but has 1",
            "a.md:10: text: filter \"optional\" works only where the placeholder is the whole"
                + " value: there is no key to leave out of a text",
            "a.md:11: $wen: unknown key; did you mean \"$when\"?",
            "a.md:12: $when: works in a map below a key; the whole front matter is always written",
            "a.md:14: image.$when: must be exactly one placeholder: \"${image}\"",
            "a.md:15: image.$when2: unknown key; did you mean \"$when\"?",
            "a.md:16: ${title}: placeholders work in values, not in keys",
            "a.md:18: alias: YAML aliases are not supported; write the value out",
            "a.md:19: tag: the tag \"tag:yaml.org,2002:binary\" is not supported; write plain YAML",
            "a.md:20: custom: the tag \"!thing\" is not supported; write plain YAML",
            "a.md:21: number: \".inf\" can't be written as a number; put it in quotes to make it"
                + " text",
            "a.md:22: <<: merge keys are not supported; write the values out",
            "a.md:25: body: filter \"optional\" works in front matter only",
            "a.md:27: body: no variable \"boddy\" here; did you mean \"body\"?");
  }

  @Test
  void shouldNameTheLineOfBrokenYaml() {
    assertThat(problems("---\ntitle: a\nslug: [b\nbasePath: c\n---\nx"))
        .singleElement()
        .asString()
        .startsWith("a.md:4: not readable as YAML: ");
    assertThat(problems("---\ntitle: a: b\n---\nx"))
        .containsExactly(
            "a.md:2: not readable as YAML: mapping values are not allowed here; check the indentation and quotes of this line and the one above");
    assertThat(problems("---\ntitle: \u0000\n---\nx"))
        .singleElement()
        .asString()
        .startsWith("a.md:1: not readable as YAML: ")
        .doesNotContain("\n");
  }

  @Test
  void shouldExplainTheFormOfTheFile() {
    assertThat(problems(""))
        .containsExactly("a.md:1: must begin with a line \"---\", then front matter, then \"---\"");
    assertThat(problems("---\ntitle: x\n"))
        .containsExactly("a.md:1: the front matter has no closing line \"---\"");
    assertThat(problems("---\n---\n")).containsExactly("a.md:1: there is nothing in it");
    assertThat(problems("---\n- a\n---\n"))
        .containsExactly("a.md:1: the front matter must be a map of keys and values");
  }

  @Test
  void shouldAcceptAByteOrderMark() {
    assertThat(problems("\ufeff---\ntitle: a\nslug: b\nbasePath: c\n---\nx")).isEmpty();
  }

  @Test
  void shouldRefuseAliasesThatHoldThemselves() {
    assertThat(problems("---\ntitle: a\nslug: b\nbasePath: c\nloop: &a [*a]\n---\nx"))
        .containsExactly("a.md:5: loop[0]: YAML aliases are not supported; write the value out");
  }

  private static List<String> problems(String text) {
    Problems problems = new Problems();
    Archetype.parse("a.md", text, problems);
    return problems.list().stream().map(Problem::toString).toList();
  }
}
