package org.curation.enrich.link.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Owners by host pattern: finding those of a host takes one look-up for each of its labels. Filled
 * once, then safe for use by threads.
 *
 * @param <T> what the patterns belong to
 */
public final class HostTable<T> {
  private final Map<String, List<T>> exact = new HashMap<>();
  private final Map<String, List<T>> below = new HashMap<>();
  private final Map<String, List<T>> anySuffix = new HashMap<>();
  private final Map<String, List<T>> anySuffixExact = new HashMap<>();
  private final Set<String> lastLabels = new HashSet<>();

  /** Adds an owner. */
  public void add(HostPattern pattern, T owner) {
    String name = pattern.name();
    if (pattern.anySuffix()) {
      lastLabels.add(name.substring(name.lastIndexOf('.') + 1));
    }
    Map<String, List<T>> table =
        pattern.anySuffix()
            ? pattern.below() ? anySuffix : anySuffixExact
            : pattern.below() ? below : exact;
    table.computeIfAbsent(name, any -> new ArrayList<>()).add(owner);
  }

  /** The owners of all patterns that match, each perhaps more than once, in no certain order. */
  public List<T> find(Subject subject) {
    List<T> found = new ArrayList<>(0);
    String host = subject.host();
    addAll(found, exact.get(host));
    boolean brand = false;
    for (int start = 0; start >= 0; ) {
      addAll(found, below.get(start == 0 ? host : host.substring(start)));
      int dot = host.indexOf('.', start);
      brand |= dot > 0 && lastLabels.contains(host.substring(start, dot));
      start = dot < 0 ? -1 : dot + 1;
    }
    if (brand && subject.suffixStart() > 0) {
      String name = host.substring(0, subject.suffixStart() - 1);
      addAll(found, anySuffixExact.get(Subject.withoutWww(name)));
      for (int start = 0; start >= 0; ) {
        addAll(found, anySuffix.get(name.substring(start)));
        int dot = name.indexOf('.', start);
        start = dot < 0 ? -1 : dot + 1;
      }
    }
    return found;
  }

  private static <T> void addAll(List<T> found, @org.jspecify.annotations.Nullable List<T> more) {
    if (more != null) {
      found.addAll(more);
    }
  }
}
