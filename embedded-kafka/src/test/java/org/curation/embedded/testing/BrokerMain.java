package org.curation.embedded.testing;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.curation.embedded.EmbeddedBroker;
import org.jspecify.annotations.Nullable;

/**
 * A single broker as a process of its own: {@code --data DIR --port N}. It prints one line when it
 * answers and runs until SIGTERM. For tests and trials on one machine; a real cluster is made of
 * Kafka's own distribution.
 */
public final class BrokerMain {
  /** What the line begins with that says where the broker answers. */
  public static final String READY = "Kafka: ";

  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final int HIGHEST_PORT = 65_535;

  private BrokerMain() {}

  /** Starts a broker. */
  public static void main(String[] arguments) {
    Arguments parsed = Arguments.parse(List.of(arguments));
    if (parsed == null) {
      System.err.println(
          "Expected --data DIR --port N, where N is a free port from 1 to " + HIGHEST_PORT + ".");
      System.exit(USAGE);
      return;
    }
    try {
      EmbeddedBroker broker = EmbeddedBroker.start(parsed.data(), parsed.port());
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-close"));
      System.out.println(READY + broker.bootstrapServers());
    } catch (RuntimeException e) {
      System.err.println(e.getMessage() + ": " + e.getCause());
      System.exit(FAILED);
    }
  }

  /** What the command line says. */
  public record Arguments(Path data, int port) {
    /** Null when it is not as expected. */
    public static @Nullable Arguments parse(List<String> arguments) {
      if (arguments.size() != 4
          || !arguments.get(0).equals("--data")
          || !arguments.get(2).equals("--port")) {
        return null;
      }
      try {
        int port = Integer.parseInt(arguments.get(3));
        return port < 1 || port > HIGHEST_PORT
            ? null
            : new Arguments(Path.of(arguments.get(1)), port);
      } catch (NumberFormatException | InvalidPathException e) {
        return null;
      }
    }
  }
}
