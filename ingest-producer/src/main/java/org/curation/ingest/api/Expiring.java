package org.curation.ingest.api;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Remembers a bounded amount for a bounded time; what is oldest goes. Safe for use by threads. */
final class Expiring<T> {
  private final long nanos;
  private final long most;
  private final ToLongFunction<T> weight;
  private final Map<String, Kept<T>> kept = new LinkedHashMap<>();
  private long weighs;

  private record Kept<T>(T value, long since) {}

  /**
   * An empty memory.
   *
   * @param most greatest sum of the weights
   */
  Expiring(Duration span, long most, ToLongFunction<T> weight) {
    this.nanos = span.toNanos();
    this.most = most;
    this.weight = weight;
  }

  synchronized Optional<T> find(String key) {
    Kept<T> found = kept.get(key);
    return found == null || System.nanoTime() - found.since() > nanos
        ? Optional.empty()
        : Optional.of(found.value());
  }

  synchronized void put(String key, T value) {
    drop(key);
    kept.put(key, new Kept<>(value, System.nanoTime()));
    weighs += weight.applyAsLong(value);
    while (weighs > most) {
      drop(kept.keySet().iterator().next());
    }
  }

  private void drop(String key) {
    @Nullable Kept<T> gone = kept.remove(key);
    if (gone != null) {
      weighs -= weight.applyAsLong(gone.value());
    }
  }
}
