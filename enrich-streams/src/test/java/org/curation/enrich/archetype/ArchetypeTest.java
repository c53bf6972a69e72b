package org.curation.enrich.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.curation.enrich.archetype.Archetype.Rendered;
import org.curation.enrich.yaml.Problems;
import org.junit.jupiter.api.Test;

class ArchetypeTest {
  private static final String REQUIRED =
      """
      title: ${title}
      slug: ${title | slugify}
      basePath: /x/
      """;

  @Test
  void shouldKeepTheFilesOrderAndTypes() {
    // Given
    String text =
        """
        zulu: ${id}
        text: '5'
        empty: ''
        blank: ' '
        nothing: null
        tilde: ~
        none:
        yes: yes
        truth: true
        day: 2021-09-21
        whole: 0x1F
        leading: 010
        half: 1.50
        'quoted key': >-
          folded
          ${title}
        list: [a, 1, null, "${id}"]
        map:
          b: 1
          a: {}
        """;

    // When
    ObjectNode frontMatter = render(text, "{'id': 7, 'title': 'T'}").frontMatter();

    // Then
    assertThat(frontMatter)
        .hasToString(
            "{\"title\":\"T\",\"slug\":\"t\",\"basePath\":\"/x/\",\"zulu\":7,\"text\":\"5\","
                + "\"empty\":\"\",\"blank\":\" \",\"nothing\":null,\"tilde\":null,\"none\":null,"
                + "\"yes\":\"yes\",\"truth\":true,\"day\":\"2021-09-21\",\"whole\":31,"
                + "\"leading\":10,\"half\":1.50,\"quoted key\":\"folded T\","
                + "\"list\":[\"a\",1,null,7],\"map\":{\"b\":1,\"a\":{}}}");
  }

  @Test
  void shouldLeaveOutMapsWhoseConditionGivesNothing() {
    // Given
    String text =
        """
        image:
          $when: ${image}
          href: ${image.href}
          inner:
            $when: ${image.link}
            link: ${image.link}
        list:
          - $when: ${image.valid}
            shown: true
          - last
        """;

    // When / Then
    assertThat(rest(text, "{'image': null}")).hasToString("{\"list\":[\"last\"]}");
    assertThat(rest(text, "{'image': {}}")).hasToString("{\"list\":[\"last\"]}");
    assertThat(rest(text, "{'image': {'href': 'a.jpeg', 'link': '', 'valid': false}}"))
        .hasToString("{\"image\":{\"href\":\"a.jpeg\"},\"list\":[\"last\"]}");
    assertThat(rest(text, "{'image': {'href': null, 'link': '/l', 'valid': true}}"))
        .hasToString(
            "{\"image\":{\"href\":null,\"inner\":{\"link\":\"/l\"}},"
                + "\"list\":[{\"shown\":true},\"last\"]}");
  }

  @Test
  void shouldLeaveOutOptionalNulls() {
    // Given
    String text =
        """
        kept: ${author}
        dropped: ${author | optional}
        filtered: ${author | lower | optional}
        list:
          - ${author | optional}
          - ${title | optional}
        """;

    // When
    ObjectNode rest = rest(text, "{'title': 'T', 'author': null}");

    // Then
    assertThat(rest).hasToString("{\"kept\":null,\"list\":[\"T\"]}");
  }

  @Test
  void shouldFillTheBodyWithoutTheLineBreaksAroundIt() {
    // Given
    String text =
        "---\r\n" + REQUIRED.replace("\n", "\r\n") + "---\r\n\r\n> $${x}\r\n\r\n${body}\r\n\r\n";
    Problems problems = new Problems();

    // When
    Rendered rendered =
        Archetype.parse("a.md", text, problems).render(Variables.of("{'body': '\\n<p>b</p>\\n'}"));

    // Then
    assertThat(problems.list()).isEmpty();
    assertThat(rendered.body()).isEqualTo("> ${x}\n\n\n<p>b</p>\n");
  }

  @Test
  void shouldGiveTheSameDocumentEveryTimeAndNeverShareIt() {
    // Given
    Problems problems = new Problems();
    Archetype archetype =
        Archetype.parse("a.md", "---\n" + REQUIRED + "tags: ${tags}\n---\n${body}", problems);
    ObjectNode variables = Variables.of("{'title': 'T', 'tags': ['a'], 'body': 'b'}");

    // When
    Rendered first = archetype.render(variables);
    first.frontMatter().withArray("tags").add("changed");
    Rendered second = archetype.render(variables);

    // Then
    assertThat(second.frontMatter().get("tags")).hasToString("[\"a\"]");
    assertThat(second.body()).isEqualTo("b");
  }

  private static ObjectNode rest(String text, String variables) {
    ObjectNode frontMatter = render(text, variables).frontMatter();
    return frontMatter.remove(Archetype.REQUIRED_KEYS);
  }

  private static Rendered render(String text, String variables) {
    Problems problems = new Problems();
    Archetype archetype =
        Archetype.parse("a.md", "---\n" + REQUIRED + text + "---\n\n${body}\n", problems);
    assertThat(problems.list()).isEmpty();
    return archetype.render(Variables.of(variables));
  }
}
