package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.curation.ingest.IngestMain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --check} of the ingest program says, in one go. */
class IngestCheckIT {
  private static final String HASH = "0123456789abcdef".repeat(4);

  @TempDir private Path folder;

  @Test
  void shouldTellAllProblemsOfAllSourcesAtOnce() throws Exception {
    String output =
        check(
            2,
            """
            kafka.bootstrap-servers: 127.0.0.1:1
            ingest:
              openproject.url: https://openproject.example/api/v3
              api:
                port: 0
                tokens: mirror:open-project:%s,archive:dropmark:%s
              directory.path: %s
            """
                .formatted(HASH, HASH, folder.resolve("nowhere")));

    assertThat(output)
        .contains("ingest.openproject.token is missing")
        .contains("give the address without /api/v3")
        .contains("the token \"mirror\" is for open-project")
        .contains("the token \"archive\" is for dropmark")
        .contains("nowhere is no folder")
        .doesNotContain(HASH)
        .doesNotContain("\tat ");
  }

  @Test
  void shouldTellAllKeysThatCanNotBeReadAtOnce() throws Exception {
    String output =
        check(
            2,
            """
            kafka.bootstrap-servers: 127.0.0.1:1
            ingest:
              openproject.url: openproject.example
              openproject.evry: 1m
              api:
                port: 70000
                tokens: blog-system:blog:plain-token
              dropmark.collections: 910
            """);

    assertThat(output)
        .contains("wrong.yaml:3: ingest.openproject.url")
        .contains("wrong.yaml:4: ingest.openproject.evry")
        .contains("wrong.yaml:6: ingest.api.port")
        .contains("wrong.yaml:7: ingest.api.tokens")
        .contains("ingest.openproject.token is missing", "ingest.dropmark.token is missing")
        .doesNotContain("No source is configured")
        .doesNotContain("nobody could push")
        .doesNotContain("plain-token")
        .doesNotContain("\tat ");
  }

  @Test
  void shouldSayThatNoSourceIsConfigured() throws Exception {
    assertThat(check(2, "kafka.bootstrap-servers: 127.0.0.1:1\n"))
        .contains("No source is configured")
        .contains("ingest.openproject.url")
        .contains("ingest.api.port")
        .contains("ingest.directory.path");
  }

  @Test
  void shouldSayThatNobodyCouldPush() throws Exception {
    assertThat(check(2, "kafka.bootstrap-servers: 127.0.0.1:1\ningest.api.port: 0\n"))
        .contains("nobody could push")
        .contains("ingest.api.webhook-secrets");
  }

  @Test
  void shouldFindNothingWrongAndAskNobody() throws Exception {
    String output =
        check(
            0,
            """
            kafka.bootstrap-servers: 127.0.0.1:1
            ingest:
              openproject: {url: "https://openproject.example", token: some-token}
              api: {port: 0, tokens: "blog-system:blog+offerings:%s", webhook-secrets: [old, new]}
              directory.path: %s
            """
                .formatted(HASH, folder));

    assertThat(output).contains("The configuration is fine.").doesNotContain("some-token");
  }

  private String check(int code, String configuration) throws IOException, InterruptedException {
    Path file = Runs.write(folder.resolve("wrong.yaml"), configuration);
    try (ProgramProcess program =
        ProgramProcess.start(
            IngestMain.class,
            folder.resolve("check.log"),
            "--config",
            file.toString(),
            "--check")) {
      assertThat(program.exit()).as(program.output()).isEqualTo(code);
      return program.output();
    }
  }
}
