package org.curation.enrich.yaml;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that all of it is reported at once. For one thread. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Adds a problem. */
  public void add(Problem problem) {
    found.add(problem);
  }

  /** What was found, in order. */
  public List<Problem> list() {
    return List.copyOf(found);
  }

  /** How many there are. */
  public int size() {
    return found.size();
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return found.isEmpty();
  }
}
