package org.curation.enrich.page.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * A page's elements and paragraphs, counted in one walk that changes nothing. A page of more than
 * {@value #MOST_NODES} nodes is read up to there. Belongs to one thread.
 */
final class PageMap implements NodeFilter {
  private static final int MOST_NODES = 300_000;
  private static final String COMMAS = ",\u060C\u2E32\u2E34\u2E41\uFE10\uFE11\uFE50\uFF0C\u3001";

  private static final Set<String> UNREAD =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "iframe",
          "object",
          "embed",
          "video",
          "audio",
          "canvas",
          "select",
          "textarea",
          "input",
          "button",
          "head",
          "title",
          "meta",
          "link",
          "datalist",
          "img",
          "picture",
          "applet",
          "frameset",
          "map");
  private static final Set<String> INPUTS = Set.of("input", "select", "textarea");
  private static final Set<String> PICTURES = Set.of("img", "picture");

  private final List<Measured> elements = new ArrayList<>();
  private final List<Paragraph> paragraphs = new ArrayList<>();
  private final StringBuilder run = new StringBuilder();
  private @Nullable Measured open;
  private int nodes;
  private int length;
  private int linkLength;
  private int commas;
  private int breaks;
  private boolean gap;

  private PageMap() {}

  /** Walks a page's body. */
  static PageMap of(Element body) {
    PageMap map = new PageMap();
    body.filter(map);
    while (map.open != null) {
      map.close(map.open);
    }
    return map;
  }

  /** In the order of the page; each after the one that it is in. Empty only without a body. */
  List<Measured> elements() {
    return elements;
  }

  /** In the order of the page. */
  List<Paragraph> paragraphs() {
    return paragraphs;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (++nodes > MOST_NODES) {
      return FilterResult.STOP;
    }
    if (node instanceof TextNode text && open != null) {
      read(text.getWholeText(), open);
    } else if (node instanceof Element element) {
      return head(element);
    }
    return FilterResult.CONTINUE;
  }

  private FilterResult head(Element element) {
    Measured around = open;
    String tag = element.normalName();
    if (around != null && tag.equals("br")) {
      lineBreak(around);
      return FilterResult.SKIP_ENTIRELY;
    }
    if (around != null && (UNREAD.contains(tag) || Hints.hidden(element))) {
      around.inputs += INPUTS.contains(tag) ? 1 : 0;
      if (PICTURES.contains(tag)) {
        around.images++;
        around.blocks++;
      }
      return FilterResult.SKIP_ENTIRELY;
    }
    if (around != null) {
      around.children++;
      if (element.isBlock()) {
        endRun(around.block);
        around.blocks++;
      }
    }
    open = new Measured(element, around, elements.size());
    elements.add(open);
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    Measured closing = open;
    if (closing != null && closing.element == node) {
      close(closing);
    }
    return FilterResult.CONTINUE;
  }

  private void close(Measured closing) {
    if (closing.block == closing) {
      endRun(closing);
    }
    closing.close();
    open = closing.parent;
  }

  private void lineBreak(Measured around) {
    gap = true;
    if (++breaks == 2) {
      endRun(around.block);
      around.block.broken = true;
    }
  }

  private void read(String text, Measured into) {
    int before = length;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        gap = true;
        continue;
      }
      breaks = 0;
      if (gap && length > 0) {
        append(' ');
      }
      gap = false;
      append(c);
      if (COMMAS.indexOf(c) >= 0) {
        commas++;
        into.commas++;
      }
    }
    int added = length - before;
    into.length += added;
    if (into.linked) {
      into.linkLength += added;
      linkLength += added;
    }
    if (into.heading) {
      into.headingLength += added;
    }
  }

  private void append(char c) {
    length++;
    if (run.length() < Paragraph.LONGEST) {
      run.append(c);
    }
  }

  private void endRun(Measured container) {
    if (length > 0) {
      String tag = container.tag();
      boolean proper = tag.equals("p") || tag.equals("div") || container.broken;
      container.paragraphs += proper ? 1 : 0;
      paragraphs.add(
          new Paragraph(
              container, run.toString(), length, linkLength, commas, proper && !container.heading));
    }
    run.setLength(0);
    length = 0;
    linkLength = 0;
    commas = 0;
    gap = false;
  }
}
