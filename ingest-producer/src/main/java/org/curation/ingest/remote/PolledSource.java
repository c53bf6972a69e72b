package org.curation.ingest.remote;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.curation.ingest.source.PublishException;
import org.curation.ingest.source.RunningSource;
import org.curation.service.UserError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls again and again on a thread of its own. What waiting may mend is tried again, later each
 * time, and shows in {@link #failing}; anything else stops it.
 */
public final class PolledSource implements RunningSource {
  private static final Logger LOG = LoggerFactory.getLogger(PolledSource.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String name;
  private final Duration every;
  private final Backoff backoff;
  private final Poll poll;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final Thread thread;
  private volatile @Nullable String problem = "the first reading is not done";
  private volatile @Nullable String refusal;
  private int failures;

  /** One round, on the source's thread. */
  public interface Poll extends AutoCloseable {
    /**
     * Reads and publishes.
     *
     * @return what a person must decide on although all was read; empty when nothing
     * @throws RemoteException when the other side can't be read now
     * @throws UserError when something must be mended by a person first
     */
    Optional<String> round() throws InterruptedException;

    /** Lets go of connections. Called on the source's thread, once. */
    @Override
    void close();
  }

  /**
   * A source that is ready to start.
   *
   * @param every from the end of one round to the beginning of the next
   */
  public PolledSource(String name, Duration every, Backoff backoff, Poll poll) {
    this.name = name;
    this.every = every;
    this.backoff = backoff;
    this.poll = poll;
    this.thread = new Thread(this::work, "ingest-" + name);
    thread.setUncaughtExceptionHandler(
        (dead, cause) -> {
          failure.set(cause);
          LOG.atError().setCause(cause).log("{} stopped", name);
        });
  }

  @Override
  public String name() {
    return name;
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
    try (poll) {
      Duration pause = Duration.ZERO;
      while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = round();
      }
    } catch (InterruptedException | InterruptException e) {
      if (stopping.getCount() > 0) {
        throw new IllegalStateException("interrupted without being told to stop", e);
      }
    }
  }

  private Duration round() throws InterruptedException {
    try {
      Optional<String> notice = poll.round();
      if (notice.isPresent() && !notice.get().equals(refusal)) {
        LOG.atWarn().log("{}: {}", name, notice.get());
      }
      refusal = notice.orElse(null);
      problem = null;
      failures = 0;
      return every;
    } catch (InterruptException | AuthenticationException | AuthorizationException e) {
      throw e;
    } catch (RemoteException e) {
      return failed(e, e.retryAfter().orElse(null));
    } catch (UserError | PublishException | KafkaException e) {
      return failed(e, null);
    }
  }

  private Duration failed(RuntimeException e, @Nullable Duration asked) {
    failures++;
    problem = String.valueOf(e.getMessage());
    Duration pause = backoff.after(failures, asked);
    LOG.atWarn().log("{}: trying again in {} s: {}", name, pause.toSeconds(), problem);
    return pause;
  }
}
