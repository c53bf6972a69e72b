package org.curation.ingest.backfill;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Keeps a number of records per second. For one thread. */
final class Pace {
  private final int perSecond;
  private final LongSupplier nanos;
  private final long start;
  private long told;

  /**
   * A pace that begins now.
   *
   * @param perSecond 0 for as fast as it goes
   */
  Pace(int perSecond, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
  }

  /** The most that may be told at once. */
  int portion(int most) {
    return perSecond == 0 ? most : Math.min(most, perSecond);
  }

  /**
   * Waits until so many more may be told.
   *
   * @return false when it was stopped meanwhile
   */
  boolean await(int records, CountDownLatch stop) throws InterruptedException {
    long due = perSecond == 0 ? 0 : told * TimeUnit.SECONDS.toNanos(1) / perSecond;
    told += records;
    long wait = perSecond == 0 ? 0 : due - (nanos.getAsLong() - start);
    return !stop.await(Math.max(0, wait), TimeUnit.NANOSECONDS);
  }
}
