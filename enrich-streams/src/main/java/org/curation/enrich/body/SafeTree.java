package org.curation.enrich.body;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The second opinion: parses what shall be published with another parser, as a tree, and looks
 * whether there is anything in it that isn't listed. Pure.
 */
final class SafeTree {
  /** What Markdown itself makes. */
  private static final Set<String> OF_MARKDOWN =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "blockquote",
          "pre",
          "code",
          "hr",
          "br",
          "em",
          "strong");

  private final SafeTags tags;
  private final boolean markdown;

  private SafeTree(SafeTags tags, boolean markdown) {
    this.tags = tags;
    this.markdown = markdown;
  }

  /** Whether everything in some HTML is listed. */
  static boolean isSafe(String html, SafeTags tags) {
    return new SafeTree(tags, false).allows(parse(html));
  }

  /** The same for HTML that was rendered from Markdown. */
  static boolean isSafeMarkdown(String html, SafeTags tags) {
    return new SafeTree(tags, true).allows(parse(html));
  }

  /** What a parser makes of HTML, written out. */
  static String written(String html) {
    Document document = parse(html);
    document.outputSettings().prettyPrint(false);
    return document.body().html();
  }

  /** Whether HTML that was written out means the same when it is read again. */
  static boolean isStable(String written) {
    return withoutFirstBreaks(written(written)).equals(withoutFirstBreaks(written));
  }

  /** The first line break in a pre is of no meaning and vanishes with each reading. */
  private static String withoutFirstBreaks(String html) {
    return html.replaceAll("(<pre[^<>]{0,300}>)\\n+", "$1");
  }

  private static Document parse(String html) {
    return Jsoup.parseBodyFragment(html);
  }

  private boolean allows(Document document) {
    if (document.head().childNodeSize() > 0 || document.body().attributesSize() > 0) {
      return false;
    }
    Element body = document.body();
    AtomicBoolean safe = new AtomicBoolean(true);
    body.filter(
        (NodeFilter)
            (Node node, int depth) -> {
              if (node == body || allows(node)) {
                return NodeFilter.FilterResult.CONTINUE;
              }
              safe.set(false);
              return NodeFilter.FilterResult.STOP;
            });
    return safe.get();
  }

  private boolean allows(Node node) {
    return switch (node) {
      case Element element -> allows(element);
      case TextNode text -> true;
      case Comment comment ->
          comment.getData().indexOf('<') < 0 && comment.getData().indexOf('>') < 0;
      default -> false;
    };
  }

  private boolean allows(Element element) {
    String name = element.normalName();
    boolean made = markdown && OF_MARKDOWN.contains(name);
    // Parsers put a table's body in by themselves.
    boolean implied = name.equals("tbody") || name.equals("colgroup") || name.equals("tr");
    if (!made && !implied && !tags.allows(name)) {
      return false;
    }
    for (Attribute attribute : element.attributes()) {
      AttributeKind kind = tags.attribute(name, attribute.getKey());
      boolean language = made && name.equals("code") && attribute.getKey().equals("class");
      if (kind == null || (!language && !kind.allows(attribute.getValue()))) {
        return false;
      }
    }
    return true;
  }
}
