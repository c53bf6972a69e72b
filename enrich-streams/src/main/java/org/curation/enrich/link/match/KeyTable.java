package org.curation.enrich.link.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Key patterns in a tree of characters: finding those that may match a key takes time linear in the
 * key, however many there are. Filled once, then safe for use by threads.
 *
 * @param <T> what the patterns belong to
 */
public final class KeyTable<T> {
  private record Entry<T>(int order, KeyPattern pattern, T owner) {}

  private static final class Node<T> {
    private final Map<Character, Node<T>> next = new HashMap<>();
    private final List<Entry<T>> exact = new ArrayList<>();
    private final List<Entry<T>> beginning = new ArrayList<>();
  }

  private final Node<T> root = new Node<>();
  private int size;

  /** Adds a pattern; of two that match one parameter, the earlier one counts. */
  public void add(KeyPattern pattern, T owner) {
    Node<T> node = root;
    String fixed = pattern.key().fixed();
    for (int i = 0; i < fixed.length(); i++) {
      // Case-sensitive patterns are found by the folded key as well and compared exactly later.
      char c = Character.toLowerCase(fixed.charAt(i));
      node = node.next.computeIfAbsent(c, any -> new Node<>());
    }
    (pattern.key().isExact() ? node.exact : node.beginning)
        .add(new Entry<>(size++, pattern, owner));
  }

  /** Whether there is no pattern. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** The owner of the first pattern that matches and whose owner is eligible. */
  public @Nullable T first(Parameter parameter, Subject subject, Predicate<T> eligible) {
    if (size == 0) {
      return null;
    }
    String folded = parameter.folded();
    Node<T> node = root;
    Entry<T> best = best(null, node.beginning, parameter, subject, eligible);
    for (int i = 0; i < folded.length(); i++) {
      node = node.next.get(folded.charAt(i));
      if (node == null) {
        return best == null ? null : best.owner();
      }
      best = best(best, node.beginning, parameter, subject, eligible);
    }
    best = best(best, node.exact, parameter, subject, eligible);
    return best == null ? null : best.owner();
  }

  private static <T> @Nullable Entry<T> best(
      @Nullable Entry<T> best,
      List<Entry<T>> candidates,
      Parameter parameter,
      Subject subject,
      Predicate<T> eligible) {
    for (int i = 0; i < candidates.size(); i++) {
      Entry<T> entry = candidates.get(i);
      if (best != null && best.order() < entry.order()) {
        return best;
      }
      if (eligible.test(entry.owner()) && entry.pattern().matches(parameter, subject)) {
        return entry;
      }
    }
    return best;
  }
}
