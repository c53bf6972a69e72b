package org.curation.ingest.capture;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.curation.model.LinkHealth.Condition;
import org.jspecify.annotations.Nullable;

/** How many links are in which condition. Changed by one thread, read by any. */
final class LinkCounts {
  private final Map<Condition, AtomicInteger> counts =
      Arrays.stream(Condition.values())
          .collect(Collectors.toUnmodifiableMap(Function.identity(), each -> new AtomicInteger()));

  int of(Condition condition) {
    return counter(condition).get();
  }

  /** What is known of one link changed; null for nothing. */
  void change(@Nullable Known before, @Nullable Known after) {
    if (before != null) {
      counter(before.condition()).decrementAndGet();
    }
    if (after != null) {
      counter(after.condition()).incrementAndGet();
    }
  }

  private AtomicInteger counter(Condition condition) {
    return Objects.requireNonNull(counts.get(condition));
  }
}
