package org.curation.enrich.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How far a changed site has come in the tasks of one instance. Each task that meets a site for the
 * first time looks at all its curations. Safe for use by threads.
 */
public final class Rollout {
  private final Set<Part> underWay = ConcurrentHashMap.newKeySet();
  private final LongAdder lookedAt = new LongAdder();

  /** How many tasks are looking at all their curations, or will in a moment. */
  public int tasks() {
    return underWay.size();
  }

  /** How many curations were looked at since the start because the site changed. */
  public long lookedAt() {
    return lookedAt.sum();
  }

  /** A task's part; equal to itself only. */
  Part part() {
    return new Part();
  }

  /** What one task tells of itself. Belongs to its processor. */
  final class Part {
    private long seen;
    private long began;

    private Part() {}

    /** Tells whether this task has curations left to look at; true when that is news. */
    boolean is(boolean rollingOut) {
      if (rollingOut && underWay.add(this)) {
        seen = 0;
        began = System.nanoTime();
        return true;
      }
      return !rollingOut && underWay.remove(this);
    }

    /** One more was looked at. */
    void lookedAt() {
      seen++;
      lookedAt.increment();
    }

    /** How many were looked at since it began. */
    long seen() {
      return seen;
    }

    /** How long ago it began, in milliseconds. */
    long millis() {
      return (System.nanoTime() - began) / 1_000_000;
    }
  }
}
