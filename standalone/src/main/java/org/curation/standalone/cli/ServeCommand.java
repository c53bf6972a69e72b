package org.curation.standalone.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.curation.enrich.archetype.SiteConfigurationException;
import org.curation.service.UserError;
import org.curation.standalone.RunRequest;
import org.curation.standalone.Serving;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
          new Serving(request, Clock.systemUTC())
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

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
