package org.curation.sink.hugo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.curation.model.Document.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published documents that the pipeline must reproduce. */
class DocumentFileSeedsTest {
  private static final Path SEEDS = Path.of("..", "..", "shared", "seeds");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000_edf2bb22b7177aca.txt",
        "001_405d5358da75c002.txt",
        "003_a3168f7c5e66db15.txt",
        "004_f089ba059f5d1548.txt"
      })
  void shouldReproduceASortedSeedByteForByte(String name) throws IOException {
    // Given
    byte[] seed = seed(name);
    WrittenFile parsed = WrittenFile.parse(seed);
    String body = parsed.rest().substring(1);

    // When
    RenderedDocument written = DocumentFile.render(Style.SORTED, json(parsed), body);

    // Then
    assertThat(text(written.bytes())).isEqualTo(text(seed));
    assertThat(written.bytes()).isEqualTo(seed);
    assertThat(written.cleaned()).isFalse();
  }

  @Test
  void shouldReproduceTheOrderedSeedInContentOrderAndBody() throws IOException {
    // Given
    WrittenFile seed = WrittenFile.parse(seed("002_05f423157ed4e095.txt"));

    // When
    RenderedDocument rendered = DocumentFile.render(Style.ORDERED, json(seed), seed.rest());

    // Then
    WrittenFile written = WrittenFile.parse(rendered.bytes());
    assertThat(written.frontMatter()).isEqualTo(seed.frontMatter());
    assertThat(keys(written.frontMatter())).isEqualTo(keys(seed.frontMatter()));
    assertThat(written.rest()).isEqualTo(seed.rest());
    assertThat(written.yaml())
        .startsWith(
            """
            aliases: /news/healthcare-leaders-the-importance-of-embracing-patient-engagement
            archetype: curated-content
            author:
              - Radhika Narayanan
            basePath: /news/
            """);
  }

  /** Keys at every depth, in the order of the file. */
  private static List<String> keys(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .flatMap(
              entry ->
                  Stream.concat(
                      Stream.of(entry.getKey().toString()),
                      entry.getValue() == null ? Stream.empty() : keys(entry.getValue()).stream()))
          .toList();
    }
    return value instanceof List<?> list
        ? list.stream().flatMap(element -> keys(element).stream()).toList()
        : List.of();
  }

  private static ObjectNode json(WrittenFile file) {
    // Not the contract's mapper: that one leaves out the nulls of a map.
    return new ObjectMapper().valueToTree(file.frontMatter());
  }

  private static byte[] seed(String name) throws IOException {
    Path file = SEEDS.resolve(name);
    assumeTrue(Files.exists(file), "the published documents are not here: " + SEEDS);
    return Files.readAllBytes(file);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
