package org.curation.enrich.body;

import java.util.Set;

/**
 * Places in a Markdown text where a tag is none.
 *
 * @param certain what every reader of Markdown takes for code; nothing is changed there
 * @param likely what this reader takes for code; what is not safe is escaped there
 * @param autolinks where {@code <https://…>} and the like begin
 */
record Places(Spans certain, Spans likely, Set<Integer> autolinks) {
  static final Places NONE = new Places(Spans.NONE, Spans.NONE, Set.of());
}
