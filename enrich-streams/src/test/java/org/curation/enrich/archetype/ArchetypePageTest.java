package org.curation.enrich.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchetypePageTest {
  /** Run with {@code SCHEMAS_WRITE=true} in the environment to write the page after a change. */
  @Test
  void shouldBeTheCommittedPage() throws Exception {
    // Given
    Path page = Path.of("..", "docs", "placeholders.md");
    if ("true".equals(System.getenv("SCHEMAS_WRITE"))) {
      Files.writeString(page, ArchetypePage.markdown(), StandardCharsets.UTF_8);
    }

    // When / Then
    assertThat(page).content(StandardCharsets.UTF_8).isEqualTo(ArchetypePage.markdown());
  }
}
