package org.curation.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One real broker in this process, on free ports of the loopback interface. Its data survive in its
 * folder: started there again, it is the same cluster with the same topics.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final int TRIES = 3;

  static {
    // A broker that can't go on ends its process without a word; somebody must say why.
    Exit.setHaltProcedure(
        (code, message) -> {
          LOG.atError().log("the embedded broker ends the process: {}", message);
          Runtime.getRuntime().halt(code);
        });
  }

  private final KafkaRaftServer server;
  private final String bootstrapServers;

  private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts a broker whose data live in a folder, which is created when missing.
   *
   * @throws IllegalStateException when the broker does not start; the cause says why
   */
  public static EmbeddedBroker start(Path data) {
    Path log = data.resolve("kafka").toAbsolutePath();
    try {
      Files.createDirectories(log);
    } catch (IOException e) {
      throw new UncheckedIOException("can't create " + log, e);
    }
    RuntimeException last = new IllegalStateException("not tried");
    for (int i = 0; i < TRIES; i++) {
      LoopbackPorts ports = LoopbackPorts.find();
      try {
        return start(log, ports);
      } catch (RuntimeException e) {
        LOG.atWarn().setCause(e).log("broker did not start, trying other ports");
        last = e;
      }
    }
    throw new IllegalStateException("the embedded broker did not start in " + data, last);
  }

  /**
   * Starts a broker on a port that clients know.
   *
   * @param port of the loopback interface, from 1 to 65535
   * @throws IllegalStateException when the broker does not start, for example because the port is
   *     taken; the cause says why
   */
  public static EmbeddedBroker start(Path data, int port) {
    Path log = data.resolve("kafka").toAbsolutePath();
    try {
      Files.createDirectories(log);
    } catch (IOException e) {
      throw new UncheckedIOException("can't create " + log, e);
    }
    try {
      return start(log, new LoopbackPorts(port, LoopbackPorts.find().controller()));
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "the embedded broker did not start in %s on port %d".formatted(data, port), e);
    }
  }

  private static EmbeddedBroker start(Path log, LoopbackPorts ports) {
    Properties settings = BrokerSettings.of(log, ports);
    format(log);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException e) {
      server.shutdown();
      throw e;
    }
    return new EmbeddedBroker(server, "127.0.0.1:" + ports.broker());
  }

  private static void format(Path log) {
    if (Files.exists(log.resolve("meta.properties"))) {
      return;
    }
    try {
      new Formatter()
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(BrokerSettings.NODE_ID)
          .setDirectories(List.of(log.toString()))
          .setMetadataLogDirectory(log.toString())
          .setControllerListenerName("CONTROLLER")
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .setIgnoreFormatted(true)
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .run();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("can't format " + log, e);
    }
  }

  /** Where clients connect. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Stops the broker; its data stay. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
