package org.curation.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {
  private static final String SITE = "../site";
  private static final String SAMPLES = "../samples";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldFindTheSamplesAsExpected() {
    int code =
        execute(
            "lanes",
            "test",
            "--site",
            SITE,
            "--from",
            SAMPLES,
            "--expected",
            SAMPLES + "/expected",
            "--webhook-secret-file",
            SAMPLES + "/webhook-secret.txt");
    assertThat(out.toString())
        .contains("expected files that no document equals: 0.")
        .contains("open-project:4190");
    assertThat(code).isZero();
  }

  @Test
  void shouldNameTheFirstLineThatDiffers(@TempDir Path expected) throws Exception {
    // Given
    Path document =
        Files.list(Path.of(SAMPLES, "expected", "content", "news"))
            .sorted()
            .findFirst()
            .orElseThrow()
            .resolve("index.md");
    String text = Files.readString(document, StandardCharsets.UTF_8);
    Files.writeString(
        expected.resolve("one.md"), text.replaceFirst("\nbasePath: /news/", "\nbasePath: /olds/"));

    // When
    int code =
        execute(
            "lanes", "test", "--site", SITE, "--from", SAMPLES, "--expected", expected.toString());

    // Then
    assertThat(code).isEqualTo(4);
    assertThat(out.toString())
        .contains("expected \"basePath: /olds/\"")
        .contains("has \"basePath: /news/\"");
  }

  @Test
  void shouldCallWrongUsageByItsName(@TempDir Path empty) {
    assertThat(execute("run", "--from", "x")).isEqualTo(2);
    assertThat(err.toString()).contains("--out");
    assertThat(execute("rnu")).isEqualTo(2);
    assertThat(execute("lanes", "test", "--from", "nowhere")).isEqualTo(2);
    assertThat(err.toString()).contains("nowhere is no folder");
    assertThat(execute("lanes", "test", "--site", empty.toString(), "--from", SAMPLES))
        .isEqualTo(2);
    assertThat(err.toString()).contains("lanes.yaml").doesNotContain("\tat ");
  }

  @Test
  void shouldRefuseDataInsideOfTheSite(@TempDir Path folder) {
    int code =
        execute(
            "run",
            "--site",
            SITE,
            "--from",
            SAMPLES,
            "--out",
            folder.resolve("x").toString(),
            "--data",
            folder.resolve("x/data").toString());
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("lies inside of --out");
  }

  private int execute(String... arguments) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }

  @Test
  void shouldSayWhichCommandsThereAre() {
    assertThat(execute("nonsense")).isEqualTo(2);
    assertThat(err.toString())
        .contains("\"nonsense\" is no command of curate; there are: ", "clean-url, ", "serve");
    assertThat(execute("explian")).isEqualTo(2);
    assertThat(err.toString()).contains("did you mean \"curate explain\"?");
    assertThat(execute("lanes", "tset")).isEqualTo(2);
    assertThat(err.toString())
        .contains("\"tset\" is no command of curate lanes; did you mean \"curate lanes test\"?");
    assertThat(execute("run", "--from", "x", "--out", "y", "--mirorr")).isEqualTo(2);
    assertThat(err.toString())
        .contains("curate run has no option --mirorr; did you mean --mirror?");
  }

  @Test
  void shouldEndEachLineOfTheListOfCommandsWithASentence() {
    sentences(Main.commandLine());
  }

  private static void sentences(CommandLine command) {
    String[] description = command.getCommandSpec().usageMessage().description();
    if (description.length > 0) {
      assertThat(description[0]).as(command.getCommandName()).matches(".*[.?]");
    }
    command.getSubcommands().values().forEach(CommandLineTest::sentences);
  }

  @Test
  void shouldWarnOfAFieldThatNoItemHas(@TempDir Path folder) throws Exception {
    // Given
    Files.createDirectories(folder.resolve("archetypes"));
    Files.writeString(
        folder.resolve("archetypes/a.md"),
        "---\ntitle: ${title}\nslug: ${id}\nbasePath: /a/\n---\n\n${body}\n");
    Files.writeString(
        folder.resolve("lanes.yaml"),
        "lanes:\n  - name: a\n    match: {source: open-project}\n    archetype: a\n    document-id: \"${id}\"\n"
            + "    publish: {from: sourceURL}\n  - {name: rest, match: {}, ignore: rest}\n");

    // When
    int code = execute("lanes", "test", "--site", folder.toString(), "--from", SAMPLES);

    // Then
    assertThat(code).isZero();
    assertThat(out.toString())
        .containsOnlyOnce("warning: lane \"a\": publish.from: no item has a value in \"sourceURL\"")
        .contains("did you mean \"sourceUrl\"?");
  }
}
