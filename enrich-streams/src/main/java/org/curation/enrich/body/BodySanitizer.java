package org.curation.enrich.body;

import org.curation.enrich.body.BodyRule.Format;

/**
 * Holds one body to its lane's list. A body of either format is read as Markdown, too: that is what
 * renders it. What comes out has passed a check by parsers that had no part in making it. Pure;
 * never throws.
 */
final class BodySanitizer {
  /** Each round finds only what the one before it uncovered. */
  private static final int MOST_ROUNDS = 12;

  private final BodyRule rule;
  private final Removals removals = new Removals();
  private boolean plain;

  BodySanitizer(BodyRule rule) {
    this.rule = rule;
  }

  /** What was taken out so far. */
  Removals removals() {
    return removals;
  }

  /** Whether only the text could be kept. */
  boolean isPlain() {
    return plain;
  }

  /** A safe body; the same object when nothing had to be changed. */
  String sanitize(String body) {
    String text = body;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      String next = round(text);
      if (next.equals(text)) {
        return isSafe(text) ? text : plain(text);
      }
      text = next;
    }
    return plain(text);
  }

  private String round(String text) {
    boolean markdown = rule.format() == Format.MARKDOWN;
    MarkdownText read = MarkdownText.parse(text);
    Spans certain = markdown ? CertainCode.find(text) : Spans.NONE;
    Places code = markdown ? new Places(certain, read.code(), read.autolinks(text)) : Places.NONE;
    Removals taken = new Removals();
    String next = new MarkupFilter(text, rule, code, taken).filter();
    if (next.equals(text)) {
      taken = new Removals();
      next = AddressFilter.filter(text, read, rule, certain, taken);
    }
    if (next.equals(text)) {
      taken = new Removals();
      next = HeadingAttributes.filter(text, certain, taken);
    }
    if (next.equals(text)) {
      taken = new Removals();
      next = FenceInfo.filter(text, markdown, certain, taken);
    }
    if (next.equals(text) && !markdown) {
      return settled(text);
    }
    if (!next.equals(text)) {
      removals.addAll(taken);
    }
    return next;
  }

  /** HTML that means something else when it is written out and read again is written out. */
  private String settled(String text) {
    String written = SafeTree.written(text);
    if (SafeTree.isStable(written)) {
      return text;
    }
    removals.add(Removal.TIDIED);
    return SafeTree.written(written);
  }

  private boolean isSafe(String text) {
    boolean asHtml = rule.format() != Format.HTML || SafeTree.isSafe(text, rule.tags());
    return asHtml && SafeTree.isSafeMarkdown(MarkdownText.parse(text).html(), rule.tags());
  }

  private String plain(String text) {
    plain = true;
    return PlainBody.of(rule.format() == Format.HTML ? text : MarkdownText.parse(text).html());
  }
}
