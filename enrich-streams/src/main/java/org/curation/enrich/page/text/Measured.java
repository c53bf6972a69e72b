package org.curation.enrich.page.text;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One element of a page with what it holds, all that is below it included. Filled while the page is
 * walked, read after. Belongs to one thread.
 */
final class Measured {
  private static final Set<String> SIDE_TAGS = Set.of("aside", "nav", "footer", "menu");
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> NO_ASIDES = Set.of("body", "a", "html", "main");

  final Element element;
  final @Nullable Measured parent;

  /** Its place in the order of the page, from 0. */
  final int order;

  /** The nearest element, itself included, that begins on a line of its own. */
  final Measured block;

  /** Names or roles say that it is beside the text, it or something around it. */
  final boolean aside;

  /** Tags say so: navigation, a footer; nothing makes that doubtful. */
  final boolean side;

  /** Names or tags say that it tells who wrote the text, or what a picture shows. */
  final boolean label;

  /** Whether it is in a figure. */
  final boolean figure;

  final boolean linked;
  final boolean heading;

  /** Whether it is, or is in, code or a table, where names mean little. */
  final boolean literal;

  /** Characters, white space counted once. */
  int length;

  /** Those of them in links. */
  int linkLength;

  int headingLength;
  int commas;
  int paragraphs;
  int images;
  int inputs;

  /** Elements directly below. */
  int children;

  /** Elements below that begin a line or are pictures, down to the first such. */
  int blocks;

  /** Whether empty lines, written as br twice, part its text into paragraphs. */
  boolean broken;

  Measured(Element element, @Nullable Measured parent, int order) {
    this.element = element;
    this.parent = parent;
    this.order = order;
    String tag = element.normalName();
    this.block = parent == null || element.isBlock() ? this : parent.block;
    this.literal = (parent != null && parent.literal) || tag.equals("table") || tag.equals("code");
    this.aside =
        parent != null
            && (parent.aside || (!literal && !NO_ASIDES.contains(tag) && Hints.aside(element)));
    this.side = parent != null && (parent.side || SIDE_TAGS.contains(tag));
    this.label = parent != null && (Hints.byline(element) || Hints.caption(element));
    this.figure =
        (parent != null && parent.figure) || tag.equals("figure") || tag.equals("figcaption");
    this.linked =
        (parent != null && parent.linked)
            || (tag.equals("a")
                && element.hasAttr("href")
                && !element.attr("href").startsWith("#"));
    this.heading = (parent != null && parent.heading) || HEADINGS.contains(tag);
  }

  String tag() {
    return element.normalName();
  }

  /** The part of the text that is in links, from 0 to 1. */
  double linkDensity() {
    return length == 0 ? 0 : (double) linkLength / length;
  }

  /** Gives what was counted to the element around. */
  void close() {
    if (parent == null) {
      return;
    }
    parent.length += length;
    parent.linkLength += linkLength;
    parent.headingLength += headingLength;
    parent.commas += commas;
    parent.paragraphs += paragraphs;
    parent.images += images;
    parent.inputs += inputs;
    if (block != this) {
      parent.blocks += blocks;
    }
  }
}
