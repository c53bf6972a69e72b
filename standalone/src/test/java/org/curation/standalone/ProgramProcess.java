package org.curation.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program in a process of its own. */
final class ProgramProcess implements AutoCloseable {
  private static final Pattern PORT =
      Pattern.compile("serving health and metrics on \\S+ port (\\d+)");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final Path output;

  private ProgramProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static ProgramProcess start(Class<?> main, Path output, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ProgramProcess(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start(),
        output);
  }

  /** What it has written so far, to both streams. */
  String output() throws IOException {
    return Files.readString(output);
  }

  /** Asks its HTTP endpoint; nothing while it is not there. */
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    Matcher port = PORT.matcher(output());
    if (!port.find()) {
      throw new IOException("not serving yet");
    }
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s%s".formatted(port.group(1), path)))
            .timeout(Duration.ofSeconds(5))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** The status of readiness; -1 while there is no answer. */
  int readiness() throws InterruptedException {
    try {
      return get("/health/ready").statusCode();
    } catch (IOException e) {
      return -1;
    }
  }

  /** Sends SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** The exit code, once it ended; fails when it does not. */
  int exit() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("did not end within a minute");
    }
    return process.exitValue();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
