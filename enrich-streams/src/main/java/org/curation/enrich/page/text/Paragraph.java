package org.curation.enrich.page.text;

/**
 * A run of text between two ends of lines.
 *
 * @param container the element with lines of its own that the text is directly in
 * @param text white space collapsed; at most {@link #LONGEST} characters
 * @param length of the whole text, in characters
 * @param linkLength those of them in links
 * @param commas of the whole text
 * @param proper whether it is one to readers: a p, text of a div, or text after an empty line; text
 *     of a list, a heading or a table is not
 */
record Paragraph(
    Measured container, String text, int length, int linkLength, int commas, boolean proper) {
  /** The most characters that are kept of one. */
  static final int LONGEST = 5000;

  /** The part of the text that is in links, from 0 to 1. */
  double linkDensity() {
    return length == 0 ? 0 : (double) linkLength / length;
  }

  /** The nearest element whose text it is a paragraph of. */
  Measured holder() {
    Measured parent = container.parent;
    String tag = container.tag();
    boolean whole = tag.equals("p") || (tag.equals("div") && container.blocks == 0);
    if (parent == null || container.broken || !whole) {
      return container;
    }
    boolean wrapped = parent.tag().equals("div") && parent.children == 1;
    return wrapped && parent.length == container.length && parent.parent != null
        ? parent.parent
        : parent;
  }
}
