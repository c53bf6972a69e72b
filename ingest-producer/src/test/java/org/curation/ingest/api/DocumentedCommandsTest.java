package org.curation.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands of the page about the interface work as they are there. */
class DocumentedCommandsTest {
  private static final Pattern COMMAND = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @Test
  void shouldWork() throws IOException, InterruptedException {
    // Given
    assumeTrue(
        run("curl --version >/dev/null && openssl version", "").contains("SSL"),
        "curl and openssl are not here");
    String page = Files.readString(Path.of("..", "docs", "api.md"));
    List<String> commands = COMMAND.matcher(page).results().map(found -> found.group(1)).toList();

    // When
    List<String> answers = new ArrayList<>();
    try (ApiScene scene = ApiScene.standard()) {
      for (String command : commands) {
        answers.add(run(command, "http://127.0.0.1:" + scene.port()));
      }
    }

    // Then
    assertThat(answers)
        .hasSize(9)
        .allSatisfy(answer -> assertThat(answer).containsPattern("HTTP/1.1 20[02] "));
  }

  private static String run(String command, String api) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true);
    builder.environment().put("API", api);
    builder.environment().put("TOKEN", ApiScene.BOTH);
    builder.environment().put("SECRET", ApiScene.SECRET);
    Process process = builder.start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      return said;
    } finally {
      process.destroyForcibly();
    }
  }
}
