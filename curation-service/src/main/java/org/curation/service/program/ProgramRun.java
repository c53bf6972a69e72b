package org.curation.service.program;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.curation.service.AnotherInstance;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.Keys;
import org.curation.service.http.BrokerProbe;
import org.curation.service.http.Health;
import org.curation.service.http.HealthServer;
import org.curation.service.metrics.LagProbe;
import org.curation.service.metrics.ProgramMetrics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of a program: serves health, waits for the cluster, runs the service, stops it. */
final class ProgramRun {
  private static final Logger LOG = LoggerFactory.getLogger(ProgramRun.class);
  private static final long LOOK_MILLIS = 200;

  private final Program program;
  private final Configuration configuration;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile @Nullable RunningService running;

  ProgramRun(Program program, Configuration configuration) {
    this.program = program;
    this.configuration = configuration;
  }

  /**
   * Runs until {@code stop} opens or the service fails.
   *
   * @return the exit code
   * @throws org.curation.service.UserError for what the person at the keyboard can mend
   */
  int until(CountDownLatch stop) throws InterruptedException {
    program.check(configuration);
    Clock clock = Clock.systemUTC();
    try (ProgramMetrics metrics = new ProgramMetrics();
        Health health = new Health(clock);
        BrokerProbe probe = new BrokerProbe(configuration.connection());
        HealthServer server =
            HealthServer.start(
                configuration.get(Keys.HTTP_HOST),
                Ports.of(configuration, program),
                health,
                () -> Optional.ofNullable(failure.get()),
                metrics::text)) {
      LOG.atDebug().log("port {}", server.port());
      TopicsAwaited topics = new TopicsAwaited(configuration);
      health.check("broker", probe::failing);
      health.check("topics", topics::failing);
      health.check("service", this::serviceFailing);
      show(metrics, health);
      if (!topics.await(stop)) {
        LOG.atInfo().log("stopped before the cluster was there");
        return ExitCode.OK;
      }
      ProgramContext context =
          new ProgramContext(configuration, configuration.connection(), metrics, health, clock);
      return run(context, stop);
    }
  }

  private int run(ProgramContext context, CountDownLatch stop) throws InterruptedException {
    Optional<LagProbe> lag =
        program.group().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new LagProbe(
                    context.connection(),
                    program.group(),
                    program.inputs(),
                    context.metrics().registry()));
    RunningService service = program.start(context);
    running = service;
    show(context.metrics(), context.health());
    LOG.atInfo().log("{} runs", program.name());
    try {
      while (!stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        Optional<Throwable> problem = service.failure();
        if (problem.isPresent()) {
          failure.set(problem.get());
          LOG.atError()
              .log(
                  "{} failed: {}",
                  program.name(),
                  context.configuration().withoutSecrets(why(problem.get())));
          close(service);
          return ExitCode.FAILED;
        }
      }
      LOG.atInfo().log("{} stops", program.name());
      return close(service);
    } finally {
      lag.ifPresent(LagProbe::close);
    }
  }

  private static void show(ProgramMetrics metrics, Health health) {
    health.states().forEach(check -> metrics.check(health, check.name()));
  }

  private Optional<String> serviceFailing() {
    RunningService service = running;
    if (service == null) {
      return Optional.of("not started yet; it waits for the broker and its topics");
    }
    return service.failure().map(problem -> "it stopped by itself: " + why(problem));
  }

  private String why(Throwable problem) {
    return AnotherInstance.explained(program.name(), problem).orElseGet(problem::toString);
  }

  private int close(RunningService service) throws InterruptedException {
    Duration grace = configuration.get(Keys.GRACE);
    Thread closing = new Thread(service::close, "closing");
    closing.setDaemon(true);
    closing.start();
    if (closing.join(grace)) {
      LOG.atInfo().log("{} stopped", program.name());
      return ExitCode.OK;
    }
    LOG.atWarn()
        .log(
            "{} did not stop within {} s; what was in hand is left for the next start",
            program.name(),
            grace.toSeconds());
    return ExitCode.GRACE_EXCEEDED;
  }
}
