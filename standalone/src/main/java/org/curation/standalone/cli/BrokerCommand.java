package org.curation.standalone.cli;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.curation.embedded.EmbeddedBroker;
import org.curation.service.UserError;
import org.curation.standalone.FolderLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a broker until it is told to stop. */
@Command(
    name = "broker",
    description = {
      "Runs a single Kafka broker on the loopback interface until SIGTERM or Ctrl-C.",
      "For trying the programs without Docker; its data survive in --data."
    },
    mixinStandardHelpOptions = true)
final class BrokerCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The broker's data.")
  @SuppressWarnings("NullAway.Init")
  private Path data;

  @Option(
      names = "--port",
      defaultValue = "9092",
      paramLabel = "N",
      description = "Where clients connect (default: 9092).")
  private int port;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (port < 1 || port > 65_535) {
      throw new ParameterException(
          spec.commandLine(), "--port must be from 1 to 65535, not " + port);
    }
    try (FolderLock lock = FolderLock.take(data)) {
      requireFree();
      StopSignal signal = StopSignal.listen();
      int code = Exit.FAILED;
      try (EmbeddedBroker broker = EmbeddedBroker.start(data, port)) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Kafka: %s%n", broker.bootstrapServers());
        out.flush();
        signal.latch().await();
        code = Exit.OK;
      } finally {
        signal.ended(code);
      }
      return code;
    }
  }

  /** The broker halts without a word when its port is taken. */
  private void requireFree() {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      if (probe.getLocalPort() != port) {
        throw new IllegalStateException("not the port that was asked for");
      }
    } catch (java.io.IOException e) {
      throw new UserError(
          "Port %d of 127.0.0.1 can't be used: %s. Stop what uses it, or give another --port."
              .formatted(port, e.getMessage()),
          e);
    }
  }
}
