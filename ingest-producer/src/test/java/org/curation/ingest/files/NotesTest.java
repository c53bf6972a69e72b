package org.curation.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.curation.ingest.source.AcceptedIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesTest {
  private static final String MARK =
      """
      {"id":7,"collection_id":3,"name":"%s","type":"link","link":"https://www.example.org/a",\
      "created_at":"2021-01-01T00:00:00Z","updated_at":"2021-01-02T00:00:00Z"}
      """;

  @TempDir Path folder;

  @Test
  void shouldNameFilesThatItDoesNotLookAt() throws IOException {
    // Given
    Files.writeString(folder.resolve("a.json"), MARK.formatted("A"));
    for (int i = 0; i < 7; i++) {
      Files.writeString(folder.resolve("b" + i + ".txt"), "{}");
    }
    Files.createDirectories(folder.resolve("pages"));
    Files.writeString(folder.resolve("pages/c.html"), "<p>");

    // When
    List<String> notes = notes();

    // Then
    assertThat(notes).singleElement().asString().startsWith("7 files were not looked at");
    assertThat(notes.getFirst()).contains("b0.txt, ").endsWith(", …").doesNotContain("c.html");
  }

  @Test
  void shouldTellOfTwoContentsOfOneVersion() throws IOException {
    // Given
    Files.writeString(folder.resolve("a.json"), MARK.formatted("A"));
    Files.writeString(folder.resolve("b.json"), MARK.formatted("B"));
    Files.writeString(folder.resolve("c.json"), MARK.formatted("B"));

    // When
    List<String> notes = notes();

    // Then
    assertThat(notes)
        .singleElement()
        .asString()
        .startsWith("dropmark:7: two records of version ")
        .contains("differ in name (", "a.json", "b.json");
  }

  private List<String> notes() {
    DirectorySource source =
        new DirectorySource(
            folder, Optional.empty(), AcceptedIndex.empty(), DirectorySource.Options.defaults());
    source.read(item -> {});
    return source.notes();
  }
}
