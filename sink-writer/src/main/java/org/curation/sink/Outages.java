package org.curation.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats what fails because something is down, until it works. Anything else fails at once. */
final class Outages {
  private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

  private final Backoff backoff;
  private final Closing closing;
  private volatile @Nullable Present present;

  private record Present(String what, String cause, long sinceNanos) {}

  Outages(Backoff backoff, Closing closing) {
    this.backoff = backoff;
    this.closing = closing;
  }

  /** Something that an outage may break. */
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws IOException;
  }

  /** The same without a result. */
  @FunctionalInterface
  interface Action {
    void run() throws IOException;
  }

  /**
   * Repeats an attempt.
   *
   * @param what is being done, for the log: {@code storing positions}
   * @throws GivenUpException when the sink closes meanwhile
   */
  <T> T waitOut(String what, Attempt<T> attempt) throws InterruptedException {
    for (int failures = 1; ; failures++) {
      try {
        T result = attempt.run();
        present = null;
        if (failures > 1) {
          LOG.atInfo().addKeyValue("tries", failures).log("outage is over: {}", what);
        }
        return result;
      } catch (IOException | UncheckedIOException | RetriableException e) {
        begun(what, e.toString());
        Duration wait = backoff.after(failures);
        LOG.atWarn()
            .addKeyValue("failures", failures)
            .addKeyValue("nextTryMillis", wait.toMillis())
            .log("outage while {}, waiting: {}", what, e.toString());
        if (closing.await(wait)) {
          throw new GivenUpException(what);
        }
      }
    }
  }

  /** What is waited for now. */
  Optional<Outage> now() {
    Present waiting = present;
    return waiting == null
        ? Optional.empty()
        : Optional.of(
            new Outage(
                waiting.what(),
                waiting.cause(),
                Duration.ofNanos(System.nanoTime() - waiting.sinceNanos())));
  }

  private void begun(String what, String cause) {
    Present before = present;
    long since = before == null ? System.nanoTime() : before.sinceNanos();
    present = new Present(what, cause, since);
  }

  void waitOut(String what, Action action) throws InterruptedException {
    Attempt<Boolean> attempt =
        () -> {
          action.run();
          return true;
        };
    waitOut(what, attempt);
  }
}
