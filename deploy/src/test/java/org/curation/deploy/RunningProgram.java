package org.curation.deploy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the assembled folder, started by its script. */
final class RunningProgram implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String name;
  private final Process process;
  private final Path log;
  private final int port;

  private RunningProgram(String name, Process process, Path log, int port) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /**
   * Starts a program.
   *
   * @param port of health and metrics, free
   */
  static RunningProgram start(
      Path image, String name, Path logs, int port, Map<String, String> environment)
      throws IOException {
    Path log = logs.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
                image.resolve("bin/curation-" + name).toString(),
                "--config",
                image.resolve("config/curation.yaml").toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS", "-Xmx384m -XX:+UseSerialGC");
    builder.environment().put("CURATION_HTTP_HOST", "127.0.0.1");
    builder.environment().put("CURATION_HTTP_PORT", Integer.toString(port));
    builder.environment().putAll(environment);
    return new RunningProgram(name, builder.start(), log, port);
  }

  /** Whether the readiness check is green. */
  boolean ready() {
    if (!process.isAlive()) {
      throw new AssertionError(name + " ended: " + log());
    }
    try {
      return get("/health/ready").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  HttpResponse<String> get(String path) throws IOException {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .timeout(Duration.ofSeconds(10))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Stops it as a container engine does, and gives its exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError(name + " does not stop: " + log());
    }
    return process.exitValue();
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  int port() {
    return port;
  }

  String name() {
    return name;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
