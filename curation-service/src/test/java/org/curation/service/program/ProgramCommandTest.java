package org.curation.service.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.curation.service.UserError;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramCommandTest {
  private static final String GOOD = "kafka.bootstrap-servers: 127.0.0.1:1\nsink.store: here\n";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Never gets as far as starting. */
  private static final class Unstarted implements Program {
    @Override
    public String name() {
      return "sink";
    }

    @Override
    public int port() {
      return 0;
    }

    @Override
    public String purpose() {
      return "Does nothing.";
    }

    @Override
    public void check(Configuration configuration) {
      if (configuration.get(Keys.SINK_STORE).equals(Path.of("bad"))) {
        throw new UserError("sink.store bad is bad");
      }
    }

    @Override
    public RunningService start(ProgramContext context) {
      throw new IllegalStateException("there is no cluster");
    }
  }

  @Test
  void shouldCheckAndEnd() throws IOException {
    // When
    int code = execute("--check", "--config", file(GOOD));

    // Then
    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("The configuration is fine.");
  }

  @Test
  void shouldTellWhatTheProgramItselfFinds() throws IOException {
    // When
    int code = execute("--check", "--config", file(GOOD.replace("here", "bad")));

    // Then
    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).isEqualToIgnoringNewLines("sink.store bad is bad");
  }

  @Test
  void shouldTellWhatCanNotBeReadAndWhatTheProgramFindsAtOnce() throws IOException {
    // When
    int code = execute("--check", "--config", file(GOOD.replace("here", "bad") + "http.port: x\n"));

    // Then
    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("2 problems", "http.port", "sink.store bad is bad");
  }

  @Test
  void shouldNotCheckWhatCouldNotBeRead() throws IOException {
    // When
    int code = execute("--check", "--config", file(GOOD.replace("sink.store: here", "")));

    // Then
    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("a problem:").containsOnlyOnce("sink.store");
  }

  @Test
  void shouldEndWithCodeTwoOnWrongUsage() {
    // When
    int code = execute("--confg", "x");

    // Then
    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--confg").contains("--help").doesNotContain("\tat ");
  }

  @Test
  void shouldExplainExitCodesInItsHelp() {
    // When
    int code = execute("--help");

    // Then
    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("curation-sink", "Does nothing.", "--config", "Exit codes");
  }

  @Test
  void shouldEndWithCodeTwoWhenKafkaRefusesItsSettingsAndHideSecrets() throws IOException {
    // When
    int code =
        execute(
            "--config",
            file(
                GOOD
                    + """
                    kafka.security.protocol: SASL_PLAINTEXT
                    kafka.sasl.mechanism: PLAIN
                    kafka.sasl.jaas.config: hunter2
                    """));

    // Then
    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("kafka.").doesNotContain("hunter2").doesNotContain("\tat ");
    assertThat(out.toString()).doesNotContain("hunter2");
  }

  private int execute(String... arguments) {
    return new ProgramCommand(new Unstarted())
        .commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("curation.yaml"), content).toString();
  }
}
