package org.curation.enrich.page.text;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * What was found to be a page's article.
 *
 * @param root the element that holds it, or most of it
 * @param paragraphs its own, in the order of the page, clutter left out
 * @param length characters of them
 */
record Article(Element root, List<Paragraph> paragraphs, int length) {
  Article {
    paragraphs = List.copyOf(paragraphs);
  }
}
