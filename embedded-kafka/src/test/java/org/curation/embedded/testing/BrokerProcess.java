package org.curation.embedded.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.awaitility.Awaitility;
import org.curation.service.KafkaConnection;
import org.curation.service.TopicCreation;

/**
 * A broker as a process of its own, for tests in which a broker goes away and comes back: the same
 * port and the same data after each start.
 *
 * <p>Not for use by several threads.
 */
public final class BrokerProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(60);

  private final Path data;
  private final int port;
  private Process process;

  private BrokerProcess(Path data, int port) {
    this.data = data;
    this.port = port;
    this.process = launch();
  }

  /**
   * Starts a broker on a free port and waits until it answers.
   *
   * @param data its data, which survive; what it prints goes to {@code broker.log} in there
   */
  public static BrokerProcess start(Path data) {
    BrokerProcess broker = new BrokerProcess(data, freePort());
    broker.awaitAnswer();
    return broker;
  }

  /** Where clients connect, also while it is down. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** How to connect. */
  public KafkaConnection connection() {
    return KafkaConnection.to(bootstrapServers());
  }

  /** Creates the whole topic catalogue. */
  public void createTopics(int partitions) {
    try (Admin admin = Admin.create(connection().common("test-admin"))) {
      new TopicCreation(admin).create(partitions, Optional.of((short) 1));
    }
  }

  /** Kills the process as the operating system does; returns when it is gone. */
  public void kill9() {
    await(process.destroyForcibly());
  }

  /** Stops the broker in good order. */
  public void stop() {
    process.destroy();
    await(process);
  }

  /** Starts it again, stopping it if it runs, and waits until it answers. */
  public void restart() {
    restartWithoutWaiting();
    awaitAnswer();
  }

  /** Starts it again, stopping it if it runs, and returns at once. */
  public void restartWithoutWaiting() {
    if (process.isAlive()) {
      stop();
    }
    process = launch();
  }

  /** Whether the process runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      kill9();
    }
  }

  private Process launch() {
    try {
      Files.createDirectories(data);
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx512m",
              "-XX:+UseSerialGC",
              "--enable-native-access=ALL-UNNAMED",
              "-cp",
              System.getProperty("java.class.path"),
              BrokerMain.class.getName(),
              "--data",
              data.toString(),
              "--port",
              Integer.toString(port))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An open port is not enough: the controller must have taken the broker in. */
  private void awaitAnswer() {
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG,
                50,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                200))) {
      Awaitility.await()
          .atMost(START)
          .pollInterval(Duration.ofMillis(50))
          .failFast("the broker ended; " + log() + " says why", () -> !process.isAlive())
          .ignoreExceptions()
          .until(() -> hasNodes(admin));
    }
  }

  private static boolean hasNodes(Admin admin) throws Exception {
    return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
  }

  private void await(Process ending) {
    try {
      if (!ending.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        ending.destroyForcibly();
        throw new IllegalStateException("the broker did not stop within " + STOP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the broker stopped", e);
    }
  }

  private Path log() {
    return data.resolve("broker.log");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
