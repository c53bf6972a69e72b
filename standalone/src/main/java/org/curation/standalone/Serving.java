package org.curation.standalone;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.ingest.capture.RecordedResources;
import org.curation.ingest.files.DirectorySource;
import org.curation.ingest.openproject.WebhookSignature;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.source.IngestRun;
import org.curation.service.KafkaConnection;
import org.curation.sink.hugo.HugoStore;

/** All services, running until they are told to stop. */
public final class Serving {
  private static final long LOOK_MILLIS = 500;

  private final RunRequest request;
  private final Clock clock;
  private final Optional<Integer> httpPort;
  private final IntConsumer served;
  private final RunCluster.Opening clusters;

  /**
   * Prepares the services.
   *
   * @param httpPort where health and metrics are served, 0 for a free port; empty for nowhere
   * @param served told the port that is served
   */
  public Serving(RunRequest request, Clock clock, Optional<Integer> httpPort, IntConsumer served) {
    this(request, clock, httpPort, served, EmbeddedCluster::start);
  }

  /** The same on any cluster. */
  public Serving(
      RunRequest request,
      Clock clock,
      Optional<Integer> httpPort,
      IntConsumer served,
      RunCluster.Opening clusters) {
    this.clusters = clusters;
    this.httpPort = httpPort;
    this.served = served;
    this.request = request;
    this.clock = clock;
  }

  /**
   * Serves until {@code stop} opens or a service fails.
   *
   * @param ready told the broker's address when all services run
   * @return 0, or 1 when a service failed
   */
  public int until(CountDownLatch stop, Consumer<String> ready)
      throws InterruptedException, IOException {
    request.check();
    SiteConfiguration site = SiteConfiguration.load(request.site());
    Optional<WebhookSignature> verifier =
        request.webhookSecret().map(file -> WebhookSignature.ofFiles(List.of(file)));
    try (FolderLock data = FolderLock.take(request.data());
        HugoStore store = HugoStore.open(request.out(), request.ledger());
        RunCluster cluster = clusters.open(request.data())) {
      KafkaConnection connection = cluster.connection();
      DirectorySource source =
          new DirectorySource(
              request.from(),
              verifier,
              AcceptedIndex.load(connection),
              DirectorySource.Options.defaults()
                  .withClock(clock)
                  .without(request.withoutRecords()));
      source.requireRecords();
      Identities.importAll(connection, request, source);
      try (ServingHealth health = new ServingHealth();
          Services services =
              new Services(
                  cluster,
                  site,
                  new RecordedResources(request.from()),
                  request.data().resolve("streams"),
                  clock,
                  health::stage)) {
        httpPort.ifPresent(port -> health.serve(port, connection, services, store.name(), served));
        Instant start = clock.instant();
        new IngestRun(connection, source, read -> {})
            .run()
            .tell(health.stage("ingest"), Duration.between(start, clock.instant()));
        services.startSink(store);
        ready.accept(connection.bootstrapServers());
        while (!stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          if (services.failure().isPresent()) {
            return 1;
          }
        }
        return 0;
      }
    }
  }
}
