package org.curation.sink.hugo;

import org.curation.model.CleanText;

/**
 * The last look at texts before they are written, and the count of what it changed. Enrichment has
 * cleaned its documents already; others may write documents too. One instance per document; not for
 * use by several threads.
 */
final class TextCleaner {
  private int removedControls;
  private int replacedSurrogates;

  int removedControls() {
    return removedControls;
  }

  int replacedSurrogates() {
    return replacedSurrogates;
  }

  /** Text for the front matter. */
  String frontMatter(String text) {
    return counted(CleanText.ofValue(text));
  }

  /** Text for the body. */
  String body(String text) {
    return counted(CleanText.ofBody(text));
  }

  private String counted(CleanText cleaned) {
    removedControls += cleaned.removed();
    replacedSurrogates += cleaned.replaced();
    return cleaned.text();
  }
}
