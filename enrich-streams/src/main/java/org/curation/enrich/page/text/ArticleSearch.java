package org.curation.enrich.page.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the article in a page that was walked. Each step looks at each element a few times. */
final class ArticleSearch {
  private static final int ENOUGH = 500;

  private final PageMap map;
  private final Effort effort;
  private final Scores scores;

  private ArticleSearch(PageMap map, Effort effort) {
    this.map = map;
    this.effort = effort;
    this.scores = Scores.of(map, effort);
  }

  /** The article; null when the page has no text. */
  static @Nullable Article find(PageMap map) {
    Article longest = null;
    for (Effort effort : Effort.LADDER) {
      Article found = new ArticleSearch(map, effort).article();
      if (found.length() >= ENOUGH) {
        return found;
      }
      if (longest == null || found.length() > longest.length()) {
        longest = found;
      }
    }
    return longest == null || longest.length() == 0 ? null : longest;
  }

  private Article article() {
    Measured body = map.elements().get(0);
    List<Measured> best = scores.best(map);
    Measured top = best.isEmpty() ? body : new TopElement(scores, body).among(best);
    BitSet inside = inside(top);
    BitSet clutter = clutter(top, inside);
    List<Paragraph> paragraphs = new ArrayList<>();
    int length = 0;
    for (Paragraph paragraph : map.paragraphs()) {
      Measured container = paragraph.container();
      boolean taken = inside.get(container.order) || Siblings.joins(paragraph, top);
      if (taken && !clutter.get(container.order) && !scores.leftOut(container)) {
        paragraphs.add(paragraph);
        length += paragraph.length();
      }
    }
    return new Article(top.element, paragraphs, length);
  }

  private BitSet inside(Measured top) {
    Siblings siblings = new Siblings(scores, top);
    BitSet inside = new BitSet(map.elements().size());
    for (Measured element : map.elements()) {
      Measured parent = element.parent;
      boolean within = parent != null && inside.get(parent.order);
      inside.set(element.order, within || siblings.joins(element));
    }
    return inside;
  }

  private BitSet clutter(Measured top, BitSet inside) {
    BitSet clutter = new BitSet(map.elements().size());
    for (Measured element : map.elements()) {
      Measured parent = element.parent;
      boolean around = parent != null && clutter.get(parent.order);
      boolean own = inside.get(element.order) && element != top && Clutter.is(element, effort);
      clutter.set(element.order, around || own);
    }
    return clutter;
  }
}
