package org.curation.ingest.capture.web;

import crawlercommons.robots.BaseRobotRules;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is known of sites' robots.txt; what was not used for longest goes first. Of several
 * threads that want the same one, one reads it. Safe for use by threads.
 */
final class RobotsCache {
  private static final int MOST_ENTRIES = 5_000;
  private static final long MOST_BYTES = 32L << 20;
  private static final long PATIENCE_SECONDS = 180;

  private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * What is known of one site.
   *
   * @param rules null when all is allowed
   * @param trouble why nothing may be fetched; null when that is for the rules to say
   * @param bytes the size of the file
   * @param kept how long this counts
   */
  record Known(
      @Nullable BaseRobotRules rules, @Nullable FetchException trouble, int bytes, Duration kept) {}

  /**
   * What is known, or is found out now; waiting for another thread doesn't count as time.
   *
   * @throws FetchException when another thread takes too long to find out
   */
  Known get(String origin, Deadline deadline, Supplier<Known> reading) throws FetchException {
    Entry entry = entry(origin);
    long begin = System.nanoTime();
    try {
      if (!entry.lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw FetchException.failed("the robots.txt of %s takes too long".formatted(origin));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FetchException.failed("the fetch was interrupted");
    }
    try {
      deadline.extend(Duration.ofNanos(System.nanoTime() - begin));
      Known known = entry.known;
      if (known == null || System.nanoTime() - entry.end >= 0) {
        int before = known == null ? 0 : known.bytes;
        known = reading.get();
        entry.known = known;
        entry.end = System.nanoTime() + known.kept.toNanos();
        grown(origin, entry, known.bytes - before);
      }
      return known;
    } finally {
      entry.lock.unlock();
    }
  }

  private synchronized Entry entry(String origin) {
    return entries.computeIfAbsent(origin, unknown -> new Entry());
  }

  private synchronized void grown(String origin, Entry entry, int by) {
    if (entries.get(origin) != entry) {
      return; // it went while it was read
    }
    bytes += by;
    Iterator<Entry> oldest = entries.values().iterator();
    while (entries.size() > 1 && (entries.size() > MOST_ENTRIES || bytes > MOST_BYTES)) {
      Entry old = oldest.next();
      Known gone = old.known;
      bytes -= gone == null ? 0 : gone.bytes;
      oldest.remove();
    }
  }

  private static final class Entry {
    private final ReentrantLock lock = new ReentrantLock(true);
    private volatile @Nullable Known known;
    private volatile long end;
  }
}
