package org.curation.ingest.files;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps one value per key: the one told by the newest record, and of those the one whose text is
 * larger. So it doesn't matter in which order they are found.
 *
 * @param <K> keys
 * @param <V> values; two with the same text must be equal
 */
final class Newest<K extends Comparable<K>, V> {
  private final Map<K, Candidate<V>> best = new TreeMap<>();

  private record Candidate<V>(Instant time, V value) {
    boolean isBetterThan(Candidate<V> other) {
      int byTime = time.compareTo(other.time);
      return byTime != 0 ? byTime > 0 : value.toString().compareTo(other.value.toString()) > 0;
    }
  }

  void add(K key, Instant time, V value) {
    best.merge(
        key, new Candidate<>(time, value), (old, late) -> late.isBetterThan(old) ? late : old);
  }

  Optional<V> find(K key) {
    return Optional.ofNullable(best.get(key)).map(Candidate::value);
  }
}
