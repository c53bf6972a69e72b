package org.curation.enrich.body;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The last resort: a body's text in paragraphs, with every sign escaped that means anything to HTML
 * or Markdown. Pure.
 */
final class PlainBody {
  private static final String SIGNS = "&<>\"'[]()`*_#{}!|~:\\+=-^$";

  private static final Set<String> PARTS = Set.of("br", "summary", "legend", "option");

  private PlainBody() {}

  /** The text of some HTML. */
  static String of(String html) {
    StringBuilder text = new StringBuilder(html.length());
    Jsoup.parseBodyFragment(html)
        .body()
        .traverse(
            (NodeVisitor)
                (Node node, int depth) -> {
                  if (node instanceof TextNode leaf) {
                    append(leaf.getWholeText(), text);
                  } else if (node instanceof Element element
                      && (element.isBlock() || PARTS.contains(element.normalName()))) {
                    text.append("\n\n");
                  }
                });
    return text.toString().strip().replaceAll("\\n{3,}", "\n\n");
  }

  private static void append(String words, StringBuilder text) {
    boolean gap = false;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (Character.isWhitespace(c)) {
        gap = true;
        continue;
      }
      if (gap) {
        text.append(' ');
        gap = false;
      }
      if (SIGNS.indexOf(c) >= 0 || c == '.') {
        text.append("&#").append((int) c).append(';');
      } else {
        text.append(c);
      }
    }
    if (gap) {
      text.append(' ');
    }
  }
}
