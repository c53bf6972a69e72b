package org.curation.standalone;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.curation.standalone.cli.Main;

/** {@code curate} as a process of its own, which can be killed. */
final class CurateProcess implements AutoCloseable {
  private final Process process;
  private final Path log;
  private final long start = System.nanoTime();

  private CurateProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts a main class on the class path of this test; what it prints goes to a file. */
  static CurateProcess start(Path log, String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    File output = log.toFile();
    try {
      return new CurateProcess(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
              .start(),
          log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code curate run}. */
  static CurateProcess run(Path log, Path from, Path out) {
    return start(
        log,
        Main.class.getName(),
        List.of("run", "--from", from.toString(), "--out", out.toString(), "--site", "../site"));
  }

  /** Waits for its end and gives the exit code. */
  int end(Duration atMost) throws InterruptedException {
    if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("did not end within " + atMost + ":\n" + output());
    }
    return process.exitValue();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  Duration age() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** What {@code kill -9} does; returns when the process is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to stop, as SIGTERM does. */
  void stop() {
    process.destroy();
  }

  String output() {
    try {
      return Files.readString(log, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
