package org.curation.standalone.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.curation.enrich.archetype.SiteConfigurationException;
import org.curation.service.UserError;
import org.curation.standalone.RunCluster;
import org.curation.standalone.RunRequest;
import org.curation.standalone.Serving;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the services until it is told to stop. */
@Command(
    name = "serve",
    description = {
      "Runs broker, enrichment, capture worker and sink until SIGTERM or Ctrl-C.",
      "Captures are answered from the recorded pages and images under --from."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Mixin private InputOptions input = new InputOptions();
  @Mixin private PlaceOptions places = new PlaceOptions();
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--http-port",
      paramLabel = "N",
      description =
          "Serves /health/live, /health/ready and /metrics on this port of 127.0.0.1; 0 takes a free one and prints it. Without it nothing is served.")
  private @Nullable Integer httpPort;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    RunRequest request =
        new RunRequest(
            input.from(),
            places.out(),
            input.published(),
            input.site(),
            places.data(),
            input.webhookSecret(),
            false,
            0,
            Optional.empty());
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    AtomicInteger code = new AtomicInteger(Exit.FAILED);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.countDown();
                  awaitQuietly(stopped);
                  // A stop that was asked for is a success, whatever signal asked for it.
                  Runtime.getRuntime().halt(code.get());
                },
                "curate-stop"));
    PrintWriter print = spec.commandLine().getOut();
    try {
      code.set(
          serving(request, print)
              .until(
                  stop,
                  bootstrap -> {
                    print.printf("Serving. Kafka: %s  Site: %s%n", bootstrap, places.out());
                    print.flush();
                  }));
      return code.get();
    } catch (UserError | SiteConfigurationException e) {
      code.set(Exit.USAGE);
      throw e;
    } finally {
      stopped.countDown();
    }
  }

  private Serving serving(RunRequest request, PrintWriter print) throws InterruptedException {
    Optional<Integer> port = Optional.ofNullable(httpPort);
    IntConsumer served =
        number -> {
          print.printf("Health and metrics: http://127.0.0.1:%d%n", number);
          print.flush();
        };
    Optional<RunCluster.Opening> given = cluster.opening();
    return given.isPresent()
        ? new Serving(request, Clock.systemUTC(), port, served, given.get())
        : new Serving(request, Clock.systemUTC(), port, served);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
