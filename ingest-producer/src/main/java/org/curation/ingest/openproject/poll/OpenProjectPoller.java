package org.curation.ingest.openproject.poll;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.curation.ingest.openproject.api.ApiTroubleException;
import org.curation.ingest.openproject.api.OpenProjectContexts;
import org.curation.ingest.source.AcceptedView;
import org.curation.ingest.source.CheckpointedPublisher;
import org.curation.ingest.source.PublishException;
import org.curation.ingest.source.RunningSource;
import org.curation.service.KafkaConnection;
import org.curation.service.metrics.StageObserver;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls OpenProject, on a thread of its own. After a failure it waits, longer each time, and goes
 * on where it was.
 */
public final class OpenProjectPoller implements RunningSource {
  private static final Logger LOG = LoggerFactory.getLogger(OpenProjectPoller.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Settings settings;
  private final CheckpointedPublisher publisher;
  private final Polling polling;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final Thread thread = new Thread(this::work, "openproject-poller");
  private volatile @Nullable String problem = "the first poll is not done";
  private volatile @Nullable String refusal;

  /** A poller that is ready to start. */
  public OpenProjectPoller(
      Settings settings,
      OpenProjectContexts contexts,
      KafkaConnection connection,
      AcceptedView accepted,
      StageObserver observer,
      Clock clock) {
    this.settings = settings;
    this.publisher = new CheckpointedPublisher(connection, Batch.SOURCE, clock, observer);
    this.polling = new Polling(settings, contexts, publisher, accepted, clock);
    thread.setUncaughtExceptionHandler(
        (dead, cause) -> {
          failure.set(cause);
          LOG.atError().setCause(cause).log("the OpenProject poller stopped");
        });
  }

  @Override
  public String name() {
    return "openproject";
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public Optional<String> failing() {
    return Optional.ofNullable(problem);
  }

  @Override
  public Optional<String> refusal() {
    return Optional.ofNullable(refusal);
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
    Duration pause = settings.shortestPause();
    try {
      while (true) {
        Optional<Duration> trouble = poll(pause);
        Duration twice = pause.multipliedBy(2);
        Duration longest = settings.longestPause();
        pause =
            trouble.isEmpty()
                ? settings.shortestPause()
                : twice.compareTo(longest) < 0 ? twice : longest;
        Duration wait = trouble.orElse(settings.every());
        if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException | InterruptException e) {
      if (stopping.getCount() > 0) {
        throw new IllegalStateException("interrupted without being told to stop", e);
      }
    } finally {
      publisher.close();
    }
  }

  /** Gives how long to wait after a failure that waiting may mend. */
  private Optional<Duration> poll(Duration pause) throws InterruptedException {
    try {
      String refused = polling.once();
      if (refused != null && !refused.equals(refusal)) {
        LOG.atWarn().log("comparison with OpenProject: {}", refused);
      }
      refusal = refused;
      if (problem != null) {
        LOG.atInfo().log("OpenProject is polled");
      }
      problem = null;
      return Optional.empty();
    } catch (InterruptException | AuthenticationException | AuthorizationException e) {
      throw e;
    } catch (ApiTroubleException e) {
      return Optional.of(failed(e.getMessage(), pause, e.retryAfter()));
    } catch (PublishException | KafkaException e) {
      polling.forget();
      return Optional.of(failed(e.getMessage(), pause, Optional.empty()));
    }
  }

  private Duration failed(@Nullable String message, Duration pause, Optional<Duration> retryAfter) {
    // Between half of it and all of it, so that several don't come at once.
    long millis = pause.toMillis();
    long spread = millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1);
    Duration wait = Duration.ofMillis(Math.max(1, spread));
    if (retryAfter.isPresent() && retryAfter.get().compareTo(wait) > 0) {
      wait = retryAfter.get();
    }
    problem = String.valueOf(message);
    LOG.atWarn().log("polling failed, trying again in {} ms: {}", wait.toMillis(), message);
    return wait;
  }
}
