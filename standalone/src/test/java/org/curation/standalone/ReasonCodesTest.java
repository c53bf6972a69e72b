package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about dead letters knows every reason that code can give. */
class ReasonCodesTest {
  private static final String CODE = "\"([a-z]+(?:-[a-z]+)+)\"";
  private static final List<Pattern> USES =
      List.of(
          Pattern.compile("(?:Unusable|Undecodable|Reject|Nowhere<>)\\(\\s*" + CODE),
          Pattern.compile("\\bletter\\([\\w.()]+,\\s*" + CODE),
          Pattern.compile("new DeadLetter\\([^;]*?\"ingest\",\\s*" + CODE));
  private static final Pattern MISSING = Pattern.compile("\\bmissing\\(raw, \"([a-z]+)\"");
  private static final Pattern CONSTANT = Pattern.compile("String [A-Z_]+ = \"([a-z-]+)\"");
  private static final List<String> OF_CONSTANTS =
      List.of(
          "SinkLetters.java",
          "DocumentDecoder.java",
          "RefusedWriteException.java",
          "SchemaVersion.java");

  @Test
  void shouldBeOnThePage() throws IOException {
    // Given
    String page =
        Files.readString(Path.of("..", "docs", "dead-letters.md"), StandardCharsets.UTF_8);

    // When
    TreeSet<String> reasons = reasons();

    // Then
    assertThat(reasons)
        .contains("no-lane", "missing-title", "not-json", "too-large", "path-taken", "bad-key")
        .contains("unsafe-path", "not-a-record", "identity-already-pinned", "undecodable")
        .allSatisfy(reason -> assertThat(page).contains("| `" + reason + "` |"));
  }

  private static TreeSet<String> reasons() throws IOException {
    TreeSet<String> reasons = new TreeSet<>();
    for (String module :
        List.of("curation-model", "ingest-producer", "enrich-streams", "sink-writer")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          String code = Files.readString(file, StandardCharsets.UTF_8);
          USES.forEach(use -> use.matcher(code).results().forEach(r -> reasons.add(r.group(1))));
          MISSING.matcher(code).results().forEach(r -> reasons.add("missing-" + r.group(1)));
          if (OF_CONSTANTS.contains(String.valueOf(file.getFileName()))) {
            CONSTANT.matcher(code).results().forEach(r -> reasons.add(r.group(1)));
          }
        }
      }
    }
    reasons.remove("sink"); // the stage's own name
    return reasons;
  }
}
