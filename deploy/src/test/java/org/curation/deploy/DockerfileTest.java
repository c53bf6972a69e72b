package org.curation.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The Dockerfile, as far as it can be checked without an engine. */
class DockerfileTest {
  @Test
  void shouldRunOnAPlainRuntimeAsNobodySpecial() throws Exception {
    // When
    List<String> lines = runtimeStage();

    // Then
    assertThat(lines.getFirst()).isEqualTo("FROM eclipse-temurin:25-jre");
    assertThat(lines)
        .filteredOn(line -> line.startsWith("USER "))
        .singleElement()
        .asString()
        .matches("USER [1-9]\\d+:[1-9]\\d+");
    assertThat(lines.indexOf("USER 10001:10001"))
        .as("nothing is copied or run as another user after USER")
        .isGreaterThan(last(lines, "COPY"))
        .isGreaterThan(last(lines, "RUN"));
  }

  @Test
  void shouldTellItsHealthAndWhatItIs() throws Exception {
    // When
    String stage = String.join("\n", runtimeStage());

    // Then
    assertThat(stage)
        .contains("HEALTHCHECK ", "/opt/curation/bin/healthy")
        .contains("org.opencontainers.image.title", "org.opencontainers.image.licenses")
        .contains("STOPSIGNAL SIGTERM");
  }

  @Test
  void shouldCopyOwnJarsLast() throws Exception {
    // When
    List<String> copies = runtimeStage().stream().filter(line -> line.startsWith("COPY ")).toList();

    // Then
    assertThat(copies).hasSize(5).allMatch(line -> line.contains("--from=build"));
    assertThat(copies.getFirst()).endsWith("/image/lib /opt/curation/lib");
    assertThat(copies.getLast()).endsWith("/image/app /opt/curation/app");
  }

  @Test
  void shouldKeepBuildsAndHistoryOutOfTheContext() throws Exception {
    assertThat(Project.text(".dockerignore").lines()).contains(".git", "**/target", "samples");
  }

  private static int last(List<String> lines, String instruction) {
    int found = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(instruction + " ")) {
        found = i;
      }
    }
    return found;
  }

  private static List<String> runtimeStage() throws Exception {
    String text = Project.text("deploy/docker/Dockerfile");
    return text.substring(text.lastIndexOf("\nFROM ") + 1).lines().toList();
  }
}
