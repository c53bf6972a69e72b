package org.curation.enrich.page.text;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What stands beside the best element and belongs to the article too. */
final class Siblings {
  private static final double SHARE = 0.2;
  private static final int LEAST = 10;
  private static final int LONG = 80;

  private final Scores scores;
  private final Measured top;
  private final double threshold;

  Siblings(Scores scores, Measured top) {
    this.scores = scores;
    this.top = top;
    this.threshold = Double.isNaN(scores.of(top)) ? LEAST : Math.max(LEAST, scores.of(top) * SHARE);
  }

  /** Whether an element is the best one or joins it. */
  boolean joins(Measured element) {
    if (element == top) {
      return true;
    }
    Measured parent = top.parent;
    if (parent == null || element.parent != parent || scores.leftOut(element)) {
      return false;
    }
    String name = top.element.className();
    boolean alike = !name.isEmpty() && name.equals(element.element.className());
    double bonus = alike ? scores.of(top) * SHARE : 0;
    return scores.of(element) + bonus >= threshold
        || (element.tag().equals("p")
            && isProse(element.length, element.linkDensity(), element.element::text));
  }

  /** Whether text that is directly beside the best element joins it. */
  static boolean joins(Paragraph paragraph, Measured top) {
    @Nullable Measured parent = top.parent;
    return parent != null
        && paragraph.proper()
        && paragraph.container() == parent
        && isProse(paragraph.length(), paragraph.linkDensity(), paragraph::text);
  }

  private static boolean isProse(int length, double density, Supplier<String> text) {
    if (length > LONG) {
      return density < 0.25;
    }
    if (length == 0 || density > 0) {
      return false;
    }
    String read = text.get();
    return read.endsWith(".") || read.contains(". ");
  }
}
