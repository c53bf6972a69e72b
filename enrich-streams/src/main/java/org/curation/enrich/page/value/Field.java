package org.curation.enrich.page.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen, and what else could have been.
 *
 * @param chosen null when nothing was good enough
 * @param others the candidates that were not chosen, in the order of their rank, without repeats of
 *     a value and source; at most {@link #MOST}
 */
public record Field<T>(@Nullable Candidate<T> chosen, List<Candidate<T>> others) {
  /** Candidates that are kept of one field. */
  public static final int MOST = 20;

  /** Copies the list. */
  public Field {
    others = List.copyOf(others);
  }

  /** Nothing was found. */
  public static <T> Field<T> none() {
    return new Field<>(null, List.of());
  }

  /** The first of a list that is in the order of trust. */
  public static <T> Field<T> first(List<Candidate<T>> ranked) {
    return ranked.isEmpty() ? none() : of(ranked.get(0), ranked);
  }

  /** A choice out of all, which may or may not hold the chosen one itself. */
  public static <T> Field<T> of(@Nullable Candidate<T> chosen, List<Candidate<T>> all) {
    List<Candidate<T>> others = new ArrayList<>();
    for (Candidate<T> each : all) {
      if (others.size() < MOST && !each.equals(chosen) && !others.contains(each)) {
        others.add(each);
      }
    }
    return new Field<>(chosen, others);
  }

  /** The chosen value. */
  public @Nullable T value() {
    return chosen == null ? null : chosen.value();
  }

  /** Where the chosen value stands. */
  public @Nullable String source() {
    return chosen == null ? null : chosen.source();
  }
}
