package org.curation.enrich.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.curation.enrich.body.BodyRule.Links;
import org.junit.jupiter.api.Test;

/** Bodies of published documents have nothing to be taken out. */
class SeedBodiesTest {
  private static final Path SEEDS = Path.of("..", "..", "shared", "seeds");

  @Test
  void shouldLeaveTheSeedsBodiesAsTheyAre() throws IOException {
    assumeTrue(
        Files.isDirectory(SEEDS), "skipped: the published seed documents are not in ../../shared");
    // Given
    List<Path> files;
    try (Stream<Path> listed = Files.list(SEEDS)) {
      files = listed.toList();
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(5);
    for (Path file : files) {
      String seed = Files.readString(file);
      String body = seed.substring(seed.indexOf("\n---\n", 3) + "\n---\n".length());
      for (BodyRule rule : List.of(Bodies.HTML, Bodies.MARKDOWN)) {
        // When
        TreatedBody treated =
            BodyTreatment.treat(
                body,
                new BodyRule(rule.format(), SafeTags.BASIC, Links.CLEANED, true),
                UnaryOperator.identity());

        // Then
        assertThat(treated.text()).as(file.toString()).isEqualTo(body);
        assertThat(treated.notes()).isEmpty();
      }
    }
  }
}
