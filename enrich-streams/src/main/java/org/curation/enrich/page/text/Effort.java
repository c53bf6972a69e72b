package org.curation.enrich.page.text;

import java.util.List;

/**
 * How much is left out of a page in search of its article. What leaves too little is tried again
 * with less left out.
 *
 * @param believesNames what classes and roles call a sidebar and its like is left out
 * @param weighsNames classes and ids make text better or worse
 * @param cleans parts of the article that look like lists of links, forms or widgets are left out
 */
record Effort(boolean believesNames, boolean weighsNames, boolean cleans) {
  static final List<Effort> LADDER =
      List.of(
          new Effort(true, true, true),
          new Effort(false, true, true),
          new Effort(false, false, true),
          new Effort(false, false, false));

  int weight(Measured element) {
    return weighsNames ? Hints.weight(element.element) : 0;
  }
}
