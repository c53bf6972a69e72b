package org.curation.standalone;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.ingest.capture.RecordedResources;
import org.curation.ingest.files.DirectorySource;
import org.curation.ingest.openproject.WebhookSignature;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.source.IngestReport;
import org.curation.ingest.source.IngestRun;
import org.curation.service.KafkaConnection;
import org.curation.sink.hugo.HugoStore;

/**
 * One run from a directory of saved records to a published site: ingest everything, wait until the
 * pipeline is at rest, publish, say what happened.
 *
 * <p>The sink starts when all else is at rest. So a document that grows while its captures arrive
 * is written once, and a repeated run touches no file.
 */
public final class Run {
  private final RunRequest request;
  private final LongConsumer progress;
  private final Clock clock;
  private final RunCluster.Opening clusters;

  /**
   * Prepares a run on a broker of its own.
   *
   * @param progress told how many records were read
   */
  public Run(RunRequest request, LongConsumer progress, Clock clock) {
    this(request, progress, clock, EmbeddedCluster::start);
  }

  /** The same on any cluster. */
  public Run(RunRequest request, LongConsumer progress, Clock clock, RunCluster.Opening clusters) {
    this.clusters = clusters;
    this.request = request;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Runs.
   *
   * @throws org.curation.service.UserError for what the caller can mend
   */
  public RunResult run() throws InterruptedException, IOException {
    request.check();
    SiteConfiguration site = SiteConfiguration.load(request.site());
    Optional<WebhookSignature> verifier =
        request.webhookSecret().map(file -> WebhookSignature.ofFiles(List.of(file)));
    Instant start = clock.instant();
    try (FolderLock data = FolderLock.take(request.data());
        HugoStore store = HugoStore.open(request.out(), request.ledger());
        RunCluster cluster = clusters.open(request.data())) {
      KafkaConnection connection = cluster.connection();
      Outcomes outcomes = new Outcomes(connection);
      MendedFiles mended = new MendedFiles(connection, request.from());
      DirectorySource source = source(connection, verifier);
      source.requireRecords();
      List<String> notes = new ArrayList<>(Identities.importAll(connection, request, source));
      IngestReport ingest = publish(cluster, site, source, store, notes);
      notes.addAll(source.notes());
      mended.resolve(clock.instant());
      List<OpenLetters.Letter> letters = OpenLetters.read(connection);
      return new RunResult(
          ingest,
          outcomes.of(ingest.curations().keySet(), letters),
          letters,
          notes,
          Duration.between(start, clock.instant()));
    }
  }

  private DirectorySource source(KafkaConnection connection, Optional<WebhookSignature> verifier) {
    DirectorySource.Options options =
        DirectorySource.Options.defaults()
            .withClock(clock)
            .without(request.withoutRecords())
            .withMirrorLimit(request.mirrorLimit());
    DirectorySource.Options mirrored = request.mirror() ? options.mirroring() : options;
    return new DirectorySource(
        request.from(),
        verifier,
        AcceptedIndex.load(connection),
        request.shuffleSeed().map(mirrored::shuffled).orElse(mirrored));
  }

  private IngestReport publish(
      RunCluster cluster,
      SiteConfiguration site,
      DirectorySource source,
      HugoStore store,
      List<String> notes)
      throws InterruptedException {
    KafkaConnection connection = cluster.connection();
    try (Services services =
        new Services(
            cluster,
            site,
            new RecordedResources(request.from()),
            request.data().resolve("streams"),
            clock)) {
      IngestReport ingest = new IngestRun(connection, source, progress).run();
      new AtRest(
              connection,
              List.of(AtRest.ENRICH, AtRest.CAPTURE),
              services::idle,
              services::failureOrLongOutage)
          .await();
      services.startSink(store);
      new AtRest(
              connection,
              List.of(AtRest.ENRICH, AtRest.CAPTURE, AtRest.sink(store.name())),
              services::idle,
              services::failureOrLongOutage)
          .await();
      notes.addAll(services.warnings());
      return ingest;
    }
  }
}
