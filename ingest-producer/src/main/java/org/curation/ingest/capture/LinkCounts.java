package org.curation.ingest.capture;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.curation.model.LinkHealth.Condition;
import org.jspecify.annotations.Nullable;

/** How many links are in which condition. Changed by one thread, read by any. */
final class LinkCounts {
  private final AtomicIntegerArray counts = new AtomicIntegerArray(Condition.values().length);

  int of(Condition condition) {
    return counts.get(condition.ordinal());
  }

  /** What is known of one link changed; null for nothing. */
  void change(@Nullable Known before, @Nullable Known after) {
    if (before != null) {
      counts.decrementAndGet(before.condition().ordinal());
    }
    if (after != null) {
      counts.incrementAndGet(after.condition().ordinal());
    }
  }
}
