package org.curation.ingest.capture.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Politeness: to one host, only so many requests at once and only so often. Whoever wants to send
 * waits for its turn, in order. One gate serves all fetchers of a program. Safe for use by threads.
 */
public final class HostGate {
  private static final int MOST_HOSTS = 10_000;

  private final int concurrency;
  private final Duration delay;
  private final Duration longestDelay;
  private final Duration patience;
  private final Time time;
  private final Map<String, Turn> turns = new HashMap<>(); // guarded by itself

  /** Passes of time; tests have their own. */
  interface Time {
    long nanos();

    void pass(long nanos) throws InterruptedException;
  }

  /**
   * Opens a gate.
   *
   * @param concurrency requests to one host at once
   * @param delay between the starts of two requests to one host
   * @param longestDelay that a host's own wish may raise it to
   * @param patience how long to wait for one's turn at most
   */
  public HostGate(int concurrency, Duration delay, Duration longestDelay, Duration patience) {
    this(concurrency, delay, longestDelay, patience, new RealTime());
  }

  HostGate(int concurrency, Duration delay, Duration longestDelay, Duration patience, Time time) {
    this.concurrency = concurrency;
    this.delay = delay;
    this.longestDelay = longestDelay;
    this.patience = patience;
    this.time = time;
  }

  /**
   * Waits until a request may be sent.
   *
   * @param wish the delay that the host wishes for; zero for none
   * @return empty when that took too long, or the thread was interrupted
   */
  public Optional<Pass> enter(String host, Duration wish) {
    Turn turn = turn(host);
    long begin = time.nanos();
    boolean in = false;
    try {
      in = turn.places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
      if (in && await(turn, begin + patience.toNanos(), apart(wish).toNanos())) {
        return Optional.of(
            new Pass(turn, Duration.ofNanos(time.nanos() - begin), apart(wish).toNanos()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    leave(turn, in);
    return Optional.empty();
  }

  private Duration apart(Duration wish) {
    Duration capped = wish.compareTo(longestDelay) > 0 ? longestDelay : wish;
    return capped.compareTo(delay) > 0 ? capped : delay;
  }

  private boolean await(Turn turn, long end, long apart) throws InterruptedException {
    while (true) {
      long wait;
      synchronized (turns) {
        long now = time.nanos();
        wait = turn.used ? turn.last + apart - now : 0;
        if (wait <= 0) {
          turn.last = now;
          turn.used = true;
          return true;
        }
        if (now + wait > end) {
          return false;
        }
      }
      time.pass(wait);
    }
  }

  private Turn turn(String host) {
    synchronized (turns) {
      if (turns.size() >= MOST_HOSTS) {
        long old = time.nanos() - delay.plus(longestDelay).toNanos();
        turns.values().removeIf(turn -> turn.users == 0 && turn.last - old < 0);
      }
      Turn turn = turns.computeIfAbsent(host, unknown -> new Turn(concurrency));
      turn.users++;
      return turn;
    }
  }

  private void leave(Turn turn, boolean in) {
    synchronized (turns) {
      turn.users--;
    }
    if (in) {
      turn.places.release();
    }
  }

  private static final class Turn {
    private final Semaphore places;
    private int users;
    private long last;
    private boolean used;
    private long sent;
    private boolean sentAny;

    Turn(int concurrency) {
      places = new Semaphore(concurrency, true);
    }
  }

  /** The right to send one request; closed when its answer was read. Used by one thread. */
  public final class Pass implements AutoCloseable {
    private final Turn turn;
    private final Duration waited;
    private final long apart;
    private boolean closed;

    private Pass(Turn turn, Duration waited, long apart) {
      this.turn = turn;
      this.waited = waited;
      this.apart = apart;
    }

    /** How long it was waited for. */
    public Duration waited() {
      return waited;
    }

    /**
     * The request is sent only now: looking up the name and connecting took a while, so another one
     * may have been sent a moment ago. Waits until it may be.
     */
    public void sending() {
      try {
        long wait = sendable();
        while (wait > 0) {
          time.pass(wait);
          wait = sendable();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private long sendable() {
      synchronized (turns) {
        long now = time.nanos();
        long wait = turn.sentAny ? turn.sent + apart - now : 0;
        if (wait <= 0) {
          turn.sent = now;
          turn.sentAny = true;
          turn.last = Math.max(turn.last, now);
        }
        return wait;
      }
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        leave(turn, true);
      }
    }
  }

  private static final class RealTime implements Time {
    private final CountDownLatch never = new CountDownLatch(1);

    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public void pass(long nanos) throws InterruptedException {
      boolean unused = never.await(nanos, TimeUnit.NANOSECONDS);
    }
  }
}
