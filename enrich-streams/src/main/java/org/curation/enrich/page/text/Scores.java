package org.curation.enrich.page.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * How likely each element of a page holds the article: paragraphs give points to what is around
 * them, and text in links takes them away. An element that no paragraph gave points has none (NaN).
 */
final class Scores {
  private static final int LEVELS = 5;
  private static final int SHORTEST = 25;
  private static final int BEST = 5;
  private static final Set<String> SCORED =
      Set.of("section", "td", "pre", "h2", "h3", "h4", "h5", "h6");

  private final Effort effort;
  private final double[] scores;

  private Scores(PageMap map, Effort effort) {
    this.effort = effort;
    this.scores = new double[map.elements().size()];
    Arrays.fill(scores, Double.NaN);
  }

  static Scores of(PageMap map, Effort effort) {
    Scores scores = new Scores(map, effort);
    for (Paragraph paragraph : map.paragraphs()) {
      Measured holder = paragraph.holder();
      if (paragraph.proper() && !scores.leftOut(paragraph.container())) {
        scores.add(holder, paragraph.length(), paragraph.commas());
      }
    }
    for (Measured element : map.elements()) {
      Measured parent = element.parent;
      if (parent != null && SCORED.contains(element.tag()) && !scores.leftOut(element)) {
        scores.add(parent, element.length, element.commas);
      }
    }
    for (Measured element : map.elements()) {
      scores.scores[element.order] *= 1 - element.linkDensity();
    }
    return scores;
  }

  double of(Measured element) {
    return scores[element.order];
  }

  boolean leftOut(Measured element) {
    return element.side || (effort.believesNames() && element.aside);
  }

  /** The best, best first; at most {@value #BEST}. */
  List<Measured> best(PageMap map) {
    List<Measured> best = new ArrayList<>();
    for (Measured element : map.elements()) {
      if (Double.isNaN(of(element)) || leftOut(element)) {
        continue;
      }
      int place = best.size();
      while (place > 0 && of(best.get(place - 1)) < of(element)) {
        place--;
      }
      if (place < BEST) {
        best.add(place, element);
        if (best.size() > BEST) {
          best.remove(BEST);
        }
      }
    }
    return best;
  }

  private void add(Measured holder, int length, int commas) {
    if (length < SHORTEST) {
      return;
    }
    double points = 2 + commas + Math.min(length / 100, 3);
    Measured element = holder;
    for (int level = 0; level < LEVELS && element != null; level++) {
      if (Double.isNaN(of(element))) {
        scores[element.order] = start(element);
      }
      scores[element.order] += points / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
      element = element.parent;
    }
  }

  private double start(Measured element) {
    double byTag =
        switch (element.tag()) {
          case "div" -> 5;
          case "pre", "td", "blockquote" -> 3;
          case "address", "ol", "ul", "dl", "dd", "dt", "li", "form" -> -3;
          case "h1", "h2", "h3", "h4", "h5", "h6", "th" -> -5;
          default -> 0;
        };
    return byTag + effort.weight(element);
  }
}
