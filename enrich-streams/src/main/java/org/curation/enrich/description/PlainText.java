package org.curation.enrich.description;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML or Markdown paragraphs as plain text. Pure; safe for use by threads. */
final class PlainText {
  private PlainText() {}

  /**
   * Removes tags without putting a space in their place, as the seeds' generator did: {@code
   * check-ins.<br><br>We} becomes {@code check-ins.We}. Entities are decoded, white space is
   * collapsed.
   */
  static String joined(String html) {
    StringBuilder text = new StringBuilder(html.length());
    Jsoup.parseBodyFragment(html)
        .body()
        .traverse(
            (NodeVisitor)
                (Node node, int depth) -> {
                  if (node instanceof TextNode leaf) {
                    text.append(leaf.getWholeText());
                  }
                });
    return collapse(text);
  }

  private static String collapse(CharSequence text) {
    StringBuilder collapsed = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00a0') {
        gap = true;
      } else {
        if (gap && !collapsed.isEmpty()) {
          collapsed.append(' ');
        }
        gap = false;
        collapsed.append(c);
      }
    }
    return collapsed.toString();
  }
}
