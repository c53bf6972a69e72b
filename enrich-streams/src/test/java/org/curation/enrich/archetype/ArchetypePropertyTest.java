package org.curation.enrich.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.curation.enrich.archetype.VariableNames.Variable;
import org.curation.enrich.yaml.Problems;

class ArchetypePropertyTest {
  private static final Archetype EVERYTHING = everything();

  @Property(tries = 200)
  void shouldRenderAnyVariables(@ForAll("variables") ObjectNode variables) {
    // Given
    ObjectNode before = variables.deepCopy();

    // When
    Archetype.Rendered rendered = EVERYTHING.render(variables);

    // Then
    assertThat(variables).isEqualTo(before);
    assertThat(EVERYTHING.render(variables)).isEqualTo(rendered);
    assertThat(rendered.frontMatter().has("slug")).isTrue();
  }

  @Property
  void shouldReadAnyText(@ForAll String text) {
    // Given
    Problems problems = new Problems();

    // When
    Archetype.parse("a.md", text, problems);
    LanesParser.parse("lanes.yaml", text, Set.of("a"), problems);

    // Then
    assertThat(problems.list())
        .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("\n"));
  }

  @Property
  void shouldReadAnyTextThatLooksLikeAnArchetype(@ForAll("archetypes") String text) {
    // Given
    Problems problems = new Problems();

    // When
    Archetype archetype = Archetype.parse("a.md", text, problems);
    archetype.render(Variables.of("{'title': 'T', 'topics': ['a'], 'image': {}}"));
    LanesParser.parse("lanes.yaml", text, Set.of("a"), problems);

    // Then
    assertThat(problems.list())
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("\n"));
  }

  @Provide
  Arbitrary<String> archetypes() {
    return Arbitraries.of(
            "title: ",
            "slug: x\n",
            "basePath: /\n",
            "lanes:\n",
            "  - ",
            "- name: a\n",
            "  match: ",
            "    ignore: x\n",
            "archetype: a\n",
            "document-id: ",
            "${title}",
            "${",
            "}",
            "$${",
            "${title | lower}",
            "${topics | prefix('",
            "')}",
            "$when: ${image}\n",
            " | ",
            "(",
            ")",
            "'",
            "\"",
            "\\",
            "\n",
            "\n  ",
            "\n---\n",
            "&a ",
            "*a",
            "[",
            "]",
            "{",
            "}",
            "- ",
            ": ",
            "? ",
            "!!str ",
            "!x ",
            "<<: ",
            "|\n",
            ">-\n",
            "# ",
            "%YAML",
            "\t",
            "0x",
            "1e9",
            "~",
            "\u0085",
            "\ud800",
            "é",
            "...\n")
        .list()
        .ofMaxSize(30)
        .map(parts -> "---\n" + String.join("", parts) + "\n---\n");
  }

  @Provide
  Arbitrary<ObjectNode> variables() {
    List<String> names =
        VariableNames.DOCUMENT.variables().stream()
            .map(Variable::name)
            .flatMap(name -> List.of(name.split("\\.")).stream())
            .distinct()
            .collect(Collectors.toList());
    names.add("page.meta");
    names.add("anything");
    return objects(Arbitraries.of(names), values(Arbitraries.of(names), 3));
  }

  private static Arbitrary<JsonNode> values(Arbitrary<String> names, int depth) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    Arbitrary<JsonNode> leaves =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(30).map(nodes::textNode),
            Arbitraries.of("2020-01-01T00:00:00Z", "+999999999-12-31T23:59:59.9-18:00", "")
                .map(nodes::textNode),
            Arbitraries.longs().map(nodes::numberNode),
            Arbitraries.bigDecimals().map(number -> nodes.numberNode(number)),
            Arbitraries.of(true, false).map(nodes::booleanNode),
            Arbitraries.just(nodes.nullNode()));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<JsonNode> below = values(names, depth - 1);
    return Arbitraries.oneOf(
        leaves,
        below.list().ofMaxSize(3).map(list -> nodes.arrayNode().addAll(list)),
        objects(names, below).map(node -> node));
  }

  private static Arbitrary<ObjectNode> objects(
      Arbitrary<String> names, Arbitrary<JsonNode> values) {
    return Arbitraries.maps(names, values)
        .ofMaxSize(12)
        .map(
            map -> {
              ObjectNode node = JsonNodeFactory.instance.objectNode();
              map.forEach(node::set);
              return node;
            });
  }

  /** Every variable through every filter, alone, in text and as condition. */
  private static Archetype everything() {
    StringBuilder text =
        new StringBuilder("---\ntitle: ${title}\nslug: ${title | slugify}\nbasePath: /\n");
    int key = 0;
    for (Variable variable : VariableNames.DOCUMENT.variables()) {
      for (Filter filter : Filters.BY_NAME.values()) {
        String argument = filter.argument() == Filter.Argument.NONE ? "" : "('a')";
        String call = "${" + variable.name() + " | " + filter.name() + argument + "}";
        text.append("k").append(key++).append(": \"").append(call).append("\"\n");
        if (!filter.name().equals(Filters.OPTIONAL)) {
          text.append("k").append(key++).append(": \"<").append(call).append(">\"\n");
        }
      }
      text.append("k").append(key++).append(":\n  $when: ${").append(variable.name());
      text.append("}\n  a: ${fields.anything}\n");
    }
    Problems problems = new Problems();
    Archetype archetype = Archetype.parse("all.md", text + "---\n${body}\n", problems);
    assertThat(problems.list()).isEmpty();
    return archetype;
  }
}
