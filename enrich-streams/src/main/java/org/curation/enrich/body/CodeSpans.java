package org.curation.enrich.body;

/**
 * Code in a Markdown text, where tags are shown.
 *
 * @param certain what every reader of Markdown takes for code; nothing is changed there
 * @param likely what this reader takes for code; what is not safe is escaped there
 */
record CodeSpans(Spans certain, Spans likely) {
  static final CodeSpans NONE = new CodeSpans(Spans.NONE, Spans.NONE);
}
