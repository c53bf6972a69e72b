package org.curation.service.http;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checks that say whether a program is ready, looked at every half second, so that asking never
 * waits. Safe for use by threads.
 */
public final class Health implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);
  private static final long LOOK_MILLIS = 500;

  private final Clock clock;
  private final List<Check> checks = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "health");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * How a check stands.
   *
   * @param why it fails; null when it does not
   * @param since when it stands so
   */
  public record State(String name, @Nullable String why, Instant since) {
    /** Whether all is well. */
    public boolean ok() {
      return why == null;
    }
  }

  private static final class Check {
    private final Supplier<Optional<String>> failing;
    private volatile State state;

    Check(State state, Supplier<Optional<String>> failing) {
      this.state = state;
      this.failing = failing;
    }
  }

  /** No checks yet. */
  public Health(Clock clock) {
    this.clock = clock;
    var unused = looking.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Adds a check, which fails until it was looked at.
   *
   * @param name short and fixed: it is a label of a metric
   * @param failing why it fails, or nothing; must answer at once
   */
  public void check(String name, Supplier<Optional<String>> failing) {
    checks.add(new Check(new State(name, "not looked at yet", now()), failing));
  }

  /** How all checks stand. */
  public List<State> states() {
    List<State> states = new ArrayList<>();
    checks.forEach(check -> states.add(check.state));
    return states;
  }

  /** Whether there are checks and all are well. */
  public boolean ready() {
    List<State> states = states();
    return !states.isEmpty() && states.stream().allMatch(State::ok);
  }

  /** Whether a check is well; one that there is not yet isn't. */
  public boolean ok(String name) {
    return states().stream().anyMatch(state -> state.name().equals(name) && state.ok());
  }

  void look() {
    for (Check check : checks) {
      State before = check.state;
      String why = ask(check);
      if (before.ok() == (why == null)) {
        if (why != null) {
          check.state = new State(before.name(), why, before.since());
        }
        continue;
      }
      check.state = new State(before.name(), why, now());
      if (why == null) {
        LOG.atInfo().addKeyValue("check", before.name()).log("ready: {}", before.name());
      } else {
        LOG.atWarn().addKeyValue("check", before.name()).log("not ready: {}", why);
      }
    }
  }

  private static @Nullable String ask(Check check) {
    try {
      return check.failing.get().orElse(null);
    } catch (RuntimeException e) {
      return "the check itself failed: " + e;
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
