package org.curation.standalone;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.ingest.capture.RecordedResources;
import org.curation.ingest.files.DirectorySource;
import org.curation.ingest.openproject.WebhookSignature;
import org.curation.ingest.published.IdentityImport;
import org.curation.ingest.published.PublishedSite;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.source.IdentityPublisher;
import org.curation.ingest.source.IngestReport;
import org.curation.ingest.source.IngestRun;
import org.curation.model.CurationId;
import org.curation.model.Identity;
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

  /**
   * Prepares a run.
   *
   * @param progress told how many records were read
   */
  public Run(RunRequest request, LongConsumer progress, Clock clock) {
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
    try (HugoStore store = HugoStore.open(request.out(), request.ledger());
        EmbeddedCluster cluster = EmbeddedCluster.start(request.data())) {
      KafkaConnection connection = cluster.connection();
      Outcomes outcomes = new Outcomes(connection);
      MendedFiles mended = new MendedFiles(connection, request.from());
      DirectorySource source = source(connection, verifier);
      List<String> notes = importIdentities(connection, source);
      IngestReport ingest = publish(connection, site, source, store);
      mended.resolve(clock.instant());
      List<OpenLetters.Letter> letters = OpenLetters.read(connection);
      return new RunResult(
          ingest,
          outcomes.of(ingest.curations().keySet()),
          letters,
          notes,
          Duration.between(start, clock.instant()));
    }
  }

  private DirectorySource source(KafkaConnection connection, Optional<WebhookSignature> verifier) {
    DirectorySource.Options options =
        DirectorySource.Options.defaults().withClock(clock).withMirrorLimit(request.mirrorLimit());
    DirectorySource.Options mirrored = request.mirror() ? options.mirroring() : options;
    return new DirectorySource(
        request.from(),
        verifier,
        AcceptedIndex.load(connection),
        request.shuffleSeed().map(mirrored::shuffled).orElse(mirrored));
  }

  /** Imports come before ingest and before enrichment starts, so nothing is pinned otherwise. */
  private List<String> importIdentities(KafkaConnection connection, DirectorySource source) {
    List<String> notes = new ArrayList<>();
    List<Identity> identities = new ArrayList<>();
    if (request.published().isPresent()) {
      PublishedSite published = PublishedSite.read(request.published().get());
      IdentityImport imported = IdentityImport.of(published, source.links());
      identities.addAll(imported.identities());
      imported.problems().forEach(problem -> notes.add(problem.message()));
    }
    Set<CurationId> taken = new TreeSet<>();
    identities.forEach(identity -> taken.add(identity.id()));
    identities.addAll(LedgerIdentities.missing(connection, request.ledger(), taken));
    new IdentityPublisher(connection).publish(identities);
    return notes;
  }

  private IngestReport publish(
      KafkaConnection connection, SiteConfiguration site, DirectorySource source, HugoStore store)
      throws InterruptedException {
    try (Services services =
        new Services(
            connection,
            site,
            new RecordedResources(request.from()),
            request.data().resolve("streams"),
            clock)) {
      IngestReport ingest = new IngestRun(connection, source, progress).run();
      new AtRest(
              connection,
              List.of(AtRest.ENRICH, AtRest.CAPTURE),
              services::captureIdle,
              services::failure)
          .await();
      services.startSink(store);
      new AtRest(
              connection,
              List.of(AtRest.ENRICH, AtRest.CAPTURE, AtRest.sink(store.name())),
              services::captureIdle,
              services::failure)
          .await();
      return ingest;
    }
  }
}
