package org.curation.deploy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An installed program that has ended.
 *
 * @param code its exit code
 * @param output all that it said
 */
record Tool(int code, String output) {
  private static final int LIMIT_SECONDS = 60;

  static Tool run(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("tool", ".out");
    Process process =
        new ProcessBuilder(command)
            .directory(Project.HOME.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(String.join(" ", command) + " does not end");
      }
      return new Tool(
          process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(output);
    }
  }

  static boolean installed(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
