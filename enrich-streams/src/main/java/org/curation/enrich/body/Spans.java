package org.curation.enrich.body;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Places in a text that don't overlap, in order. Unchangeable.
 *
 * @param list from their starts to behind their ends
 */
record Spans(List<Span> list) {
  static final Spans NONE = new Spans(List.of());

  /**
   * One place.
   *
   * @param end behind it
   */
  record Span(int start, int end) {}

  /** Joins what overlaps. */
  static Spans of(List<Span> unordered) {
    List<Span> sorted = new ArrayList<>(unordered);
    sorted.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
    List<Span> joined = new ArrayList<>();
    for (Span each : sorted) {
      Span last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && each.start() <= last.end()) {
        joined.set(joined.size() - 1, new Span(last.start(), Math.max(last.end(), each.end())));
      } else {
        joined.add(each);
      }
    }
    return new Spans(List.copyOf(joined));
  }

  /** Behind the place that holds an index; the index itself when none does. */
  int endAt(int index) {
    int low = 0;
    int high = list.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Span span = list.get(middle);
      if (index < span.start()) {
        high = middle - 1;
      } else if (index >= span.end()) {
        low = middle + 1;
      } else {
        return span.end();
      }
    }
    return index;
  }

  boolean holds(int index) {
    return endAt(index) != index;
  }
}
