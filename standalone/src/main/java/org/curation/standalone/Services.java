package org.curation.standalone;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.curation.enrich.EnrichService;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.ingest.capture.CaptureWorker;
import org.curation.ingest.capture.Fetcher;
import org.curation.service.KafkaConnection;
import org.curation.service.UserError;
import org.curation.service.metrics.StageObserver;
import org.curation.sink.Outage;
import org.curation.sink.SinkWriter;
import org.curation.sink.store.PublishingStore;
import org.jspecify.annotations.Nullable;

/** The services that run beside ingest: enrichment, capture worker, sink. */
final class Services implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KafkaConnection connection;
  private final Clock clock;
  private final EnrichService enrichment;
  private final CaptureWorker captures;
  private final Function<String, StageObserver> observers;
  private volatile @Nullable SinkWriter sink;

  /** Starts enrichment and captures; the sink waits for {@link #startSink}. */
  Services(
      RunCluster cluster, SiteConfiguration site, Fetcher fetcher, Path streamsState, Clock clock) {
    this(cluster, site, fetcher, streamsState, clock, stage -> StageObserver.NONE);
  }

  /** The same, observed by stage. */
  Services(
      RunCluster cluster,
      SiteConfiguration site,
      Fetcher fetcher,
      Path streamsState,
      Clock clock,
      Function<String, StageObserver> observers) {
    this.connection = cluster.connection();
    this.clock = clock;
    this.observers = observers;
    this.enrichment =
        new EnrichService(
            connection, site, streamsState, "standalone", 1, observers.apply("enrich"));
    this.captures =
        new CaptureWorker(
            connection, fetcher, clock, cluster.captureInstance(), observers.apply("capture"));
    enrichment.start();
    captures.start();
  }

  void startSink(PublishingStore store) {
    SinkWriter writer = new SinkWriter(connection, store, clock, observers.apply("sink"));
    sink = writer;
    writer.start();
  }

  EnrichService enrichment() {
    return enrichment;
  }

  /** What nothing is wrong with, but nobody can have meant, for people. */
  List<String> warnings() {
    return enrichment.unknownFields();
  }

  CaptureWorker captures() {
    return captures;
  }

  Optional<SinkWriter> sink() {
    return Optional.ofNullable(sink);
  }

  /** Why a service stopped by itself. */
  Optional<Throwable> failure() {
    Stream<Supplier<Optional<Throwable>>> services =
        Stream.of(
            enrichment::failure, captures::failure, () -> sink().flatMap(SinkWriter::failure));
    return services.map(Supplier::get).flatMap(Optional::stream).findFirst();
  }

  /** A failure, or an outage that a run should not wait for any longer. */
  Optional<Throwable> failureOrLongOutage() {
    return failure().or(() -> sink().flatMap(SinkWriter::outage).flatMap(this::tooLong));
  }

  private Optional<Throwable> tooLong(Outage outage) {
    if (outage.lasting().compareTo(PATIENCE) < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new UserError(
            "The site could not be written for %d s (%s: %s). Mend the cause and run the same again; nothing is lost."
                .formatted(outage.lasting().toSeconds(), outage.what(), outage.cause())));
  }

  /** Whether no service has something to do that the groups' offsets don't show. */
  boolean idle() {
    return enrichment.idle() && captures.idle() && sink().map(SinkWriter::reading).orElse(true);
  }

  @Override
  public void close() {
    sink().ifPresent(SinkWriter::close);
    captures.close();
    enrichment.close();
  }
}
