package org.curation.enrich.page.text;

import java.util.Set;

/** What stands in an article without being part of it. Pure. */
final class Clutter {
  private static final Set<String> BLOCKS = Set.of("div", "ul", "ol", "table", "form", "fieldset");
  private static final Set<String> LISTS = Set.of("ul", "ol");
  private static final int SHARE_LENGTH = 500;

  /** What has more is no byline and no caption, whatever it is called. */
  private static final int LABEL_LENGTH = 250;

  private static final int PROSE_COMMAS = 10;

  private Clutter() {}

  static boolean is(Measured element, Effort effort) {
    if (element.label && element.length < LABEL_LENGTH) {
      return true;
    }
    return effort.cleans() && isByForm(element, effort);
  }

  private static boolean isByForm(Measured element, Effort effort) {
    if (element.tag().equals("h1")
        || (element.length < SHARE_LENGTH && Hints.share(element.element))) {
      return true;
    }
    if (!BLOCKS.contains(element.tag())) {
      return false;
    }
    int weight = effort.weight(element);
    return weight < 0 || (element.commas < PROSE_COMMAS && isSparse(element, weight));
  }

  private static boolean isSparse(Measured element, int weight) {
    boolean list = LISTS.contains(element.tag());
    double density = element.linkDensity();
    double headings = element.length == 0 ? 0 : (double) element.headingLength / element.length;
    return (!element.figure && element.images > 1 && 2 * element.paragraphs < element.images)
        || element.inputs > element.paragraphs / 3
        || (!list && headings < 0.9 && element.length < 25 && element.images != 1 && density > 0)
        || (!list && weight < 25 && density > 0.2)
        || (weight >= 25 && density > 0.5);
  }
}
