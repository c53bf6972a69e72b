package org.curation.enrich.body;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what was taken out of one body. For use by one thread. */
final class Removals {
  private final Map<Removal, Integer> counts = new EnumMap<>(Removal.class);

  void add(Removal kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  void addAll(Removals others) {
    others.counts.forEach((kind, count) -> counts.merge(kind, count, Integer::sum));
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  int of(Removal kind) {
    return counts.getOrDefault(kind, 0);
  }

  /** For people: {@code scripts 2, event handlers 1}. */
  String people() {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey().people() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
