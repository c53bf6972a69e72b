package org.curation.enrich.page.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From the elements with the most points to the one that holds the whole article. */
final class TopElement {
  private static final double RIVAL = 0.75;
  private static final int RIVALS = 3;

  private final Scores scores;
  private final Measured body;

  TopElement(Scores scores, Measured body) {
    this.scores = scores;
    this.body = body;
  }

  /** The best of some, or what is around it. */
  Measured among(List<Measured> best) {
    Measured top = single(better(shared(best)));
    return top.parent == null ? body : top;
  }

  /** An article in several parts, each with as many points, is in what is around them all. */
  private Measured shared(List<Measured> best) {
    Measured top = best.get(0);
    Map<Measured, Integer> around = new HashMap<>();
    for (Measured rival : best.subList(1, best.size())) {
      if (scores.of(rival) / scores.of(top) >= RIVAL) {
        for (Measured a = rival.parent; a != null; a = a.parent) {
          around.merge(a, 1, Integer::sum);
        }
      }
    }
    for (Measured a = top.parent; a != null && a != body; a = a.parent) {
      if (around.getOrDefault(a, 0) >= RIVALS) {
        return a;
      }
    }
    return top;
  }

  /** Something around that has more points, when points don't fall too far on the way. */
  private Measured better(Measured top) {
    double last = scores.of(top);
    double least = last / 3;
    for (Measured a = top.parent; a != null && a != body; a = a.parent) {
      double points = scores.of(a);
      if (Double.isNaN(points)) {
        continue;
      }
      if (points < least) {
        return top;
      }
      if (points > last) {
        return a;
      }
      last = points;
    }
    return top;
  }

  /** An only child has nothing beside it; then what is beside its parent may belong to it. */
  private Measured single(Measured top) {
    Measured a = top;
    while (a.parent != null && a.parent != body && a.parent.children == 1) {
      a = a.parent;
    }
    return a;
  }
}
