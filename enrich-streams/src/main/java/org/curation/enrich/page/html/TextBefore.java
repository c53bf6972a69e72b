package org.curation.enrich.page.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The short text that stands right before a node: what a value is labelled with. Pure. */
public final class TextBefore {
  private static final int LONGEST = 40;
  private static final int MOST_SIBLINGS = 4;
  private static final int MOST_PARENTS = 2;

  private TextBefore() {}

  /** It in one line; empty when there is none, or so much that it is no label. */
  public static String of(Node node) {
    Node at = node;
    for (int up = 0; up <= MOST_PARENTS; up++) {
      String text = beside(at);
      if (!text.isEmpty()) {
        return text.length() <= LONGEST ? text : "";
      }
      Node parent = at.parent();
      if (!(parent instanceof Element element) || element.normalName().equals("body")) {
        return "";
      }
      at = parent;
    }
    return "";
  }

  private static String beside(Node node) {
    @Nullable Node before = node.previousSibling();
    for (int i = 0; i < MOST_SIBLINGS && before != null; i++) {
      String text = text(before);
      if (!text.isEmpty()) {
        return text;
      }
      before = before.previousSibling();
    }
    return "";
  }

  private static String text(Node node) {
    if (node instanceof TextNode words) {
      return LineText.collapse(LineText.cut(words.getWholeText(), 10 * LONGEST));
    }
    return node instanceof Element element ? LineText.of(element, LONGEST + 1) : "";
  }
}
