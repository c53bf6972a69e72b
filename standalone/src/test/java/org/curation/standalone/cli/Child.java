package org.curation.standalone.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A shell command that has ended.
 *
 * @param code its exit code
 * @param bytes its output
 * @param errors what it said beside
 */
record Child(int code, byte[] bytes, String errors) {
  private static final int LIMIT_SECONDS = 90;

  /** Runs a command in a folder; a command that hangs is ended and fails the test. */
  static Child run(String command, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("child", ".out");
    Path errors = Files.createTempFile("child", ".err");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().putAll(environment);
    // The page says java; the test means the one that it runs on.
    builder
        .environment()
        .merge(
            "PATH",
            System.getProperty("java.home") + "/bin",
            (path, java) -> java + File.pathSeparator + path);
    Process process = builder.start();
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        throw new AssertionError("still running after " + LIMIT_SECONDS + " s: " + command);
      }
      return new Child(
          process.exitValue(), Files.readAllBytes(output), Files.readString(errors).strip());
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(output);
      Files.deleteIfExists(errors);
    }
  }

  /** Whether a program is on the PATH. */
  static boolean finds(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
  }
}
