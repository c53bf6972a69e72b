package org.curation.enrich.description;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** HTML or Markdown paragraphs as plain text. Pure; safe for use by threads. */
final class PlainText {
  private static final Set<String> INLINE_GAPS =
      Set.of("br", "img", "td", "th", "summary", "details", "legend", "option");

  private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!]");

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

  /**
   * Removes tags with a space in their place where they part lines or cells, and Markdown's signs
   * from a text without tags. Entities are decoded, white space is collapsed.
   */
  static String spaced(String body) {
    if (!TAG.matcher(body).find()) {
      return Cleaning.ofText(Parser.unescapeEntities(MarkdownSigns.strip(body), false));
    }
    StringBuilder text = new StringBuilder(body.length());
    Jsoup.parseBodyFragment(body)
        .body()
        .traverse(
            new NodeVisitor() {
              @Override
              public void head(Node node, int depth) {
                if (node instanceof TextNode leaf) {
                  text.append(leaf.getWholeText());
                } else if (node instanceof Element element && parts(element)) {
                  text.append(' ');
                }
              }

              @Override
              public void tail(Node node, int depth) {
                if (node instanceof Element element && parts(element)) {
                  text.append(' ');
                }
              }
            });
    return Cleaning.ofText(text.toString());
  }

  private static boolean parts(Element element) {
    return element.isBlock() || INLINE_GAPS.contains(element.normalName());
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
