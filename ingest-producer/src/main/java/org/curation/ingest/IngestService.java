package org.curation.ingest;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.curation.ingest.source.IngestReport;
import org.curation.ingest.source.PublishException;
import org.curation.ingest.source.RunningSource;
import org.curation.service.UserError;
import org.curation.service.metrics.StageObserver;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads again and again, on a thread of its own. What waiting may mend (an outage, a folder that is
 * not there) is tried again and shows in {@link #failing}; anything else stops it.
 */
final class IngestService implements RunningSource {
  private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final FolderReading reading;
  private final Duration every;
  private final StageObserver observer;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final Thread thread = new Thread(this::work, "ingest");
  private volatile @Nullable String problem = "the first reading is not done";

  /**
   * A service that is ready to start.
   *
   * @param every how long to wait between readings; zero reads once
   */
  IngestService(FolderReading reading, Duration every, StageObserver observer) {
    this.reading = reading;
    this.every = every;
    this.observer = observer;
    thread.setUncaughtExceptionHandler(
        (dead, cause) -> {
          failure.set(cause);
          LOG.atError().setCause(cause).log("ingest stopped");
        });
  }

  /** Dashboards know the check by this name. */
  @Override
  public String name() {
    return "reading";
  }

  @Override
  public void start() {
    thread.start();
  }

  /** Why the last reading did not succeed. */
  @Override
  public Optional<String> failing() {
    return Optional.ofNullable(problem);
  }

  @Override
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  @Override
  public void close() {
    stopping.countDown();
    try {
      if (!thread.join(PATIENCE)) {
        thread.interrupt();
        thread.join();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    Duration pause = SHORTEST_PAUSE;
    try {
      do {
        Optional<String> trouble = read();
        problem = trouble.orElse(null);
        if (trouble.isPresent()) {
          LOG.atWarn().log("reading failed, trying again in {} s: {}", pause.toSeconds(), problem);
        }
        Duration wait =
            trouble.isPresent() ? pause : every.isZero() ? Duration.ofDays(9999) : every;
        pause = trouble.isEmpty() ? SHORTEST_PAUSE : longer(pause);
        if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      } while (true);
    } catch (InterruptedException | InterruptException e) {
      if (stopping.getCount() > 0) {
        throw new IllegalStateException("interrupted without being told to stop", e);
      }
    }
  }

  /** Gives what waiting may mend. */
  private Optional<String> read() {
    long start = System.nanoTime();
    try {
      reading.next().ifPresent(report -> tell(report, Duration.ofNanos(System.nanoTime() - start)));
      return Optional.empty();
    } catch (InterruptException | AuthenticationException | AuthorizationException e) {
      throw e;
    } catch (UserError | PublishException | KafkaException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

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

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }
}
