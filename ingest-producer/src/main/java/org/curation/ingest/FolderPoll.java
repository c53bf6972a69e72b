package org.curation.ingest;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.curation.ingest.remote.Backoff;
import org.curation.ingest.remote.PolledSource;
import org.curation.ingest.source.IngestReport;
import org.curation.ingest.source.RunningSource;
import org.curation.service.metrics.StageObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder that is read again and again. */
final class FolderPoll implements PolledSource.Poll {
  private static final Logger LOG = LoggerFactory.getLogger(FolderPoll.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration NEVER = Duration.ofDays(9999);

  /** Dashboards know the check by this name. */
  private static final String NAME = "reading";

  private final FolderReading reading;
  private final StageObserver observer;

  private FolderPoll(FolderReading reading, StageObserver observer) {
    this.reading = reading;
    this.observer = observer;
  }

  /**
   * The source, ready to start.
   *
   * @param every how long to wait between readings; zero reads once
   */
  static RunningSource of(FolderReading reading, Duration every, StageObserver observer) {
    return new PolledSource(
        NAME,
        every.isZero() ? NEVER : every,
        new Backoff(SHORTEST_PAUSE, LONGEST_PAUSE, new Random()),
        new FolderPoll(reading, observer));
  }

  @Override
  public Optional<String> round() {
    long start = System.nanoTime();
    reading.next().ifPresent(report -> tell(report, Duration.ofNanos(System.nanoTime() - start)));
    return Optional.empty();
  }

  @Override
  public void close() {}

  private void tell(IngestReport report, Duration took) {
    report.tell(observer, took);
    LOG.atInfo()
        .addKeyValue("read", report.read())
        .addKeyValue("records", report.records())
        .addKeyValue("offerings", report.offerings())
        .addKeyValue("skipped", IngestReport.total(report.skipped()))
        .addKeyValue("rejected", IngestReport.total(report.rejected()))
        .addKeyValue("deadLettered", IngestReport.total(report.deadLettered()))
        .addKeyValue("millis", took.toMillis())
        .log("read the folder");
  }
}
