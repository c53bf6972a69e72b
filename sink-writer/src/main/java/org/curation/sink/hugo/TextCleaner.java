package org.curation.sink.hugo;

/**
 * Makes any Java string one that can be written as YAML and UTF-8, and counts what it changed.
 * Control characters other than line feed and tab go; an unpaired surrogate becomes U+FFFD. One
 * instance per document; not for use by several threads.
 */
final class TextCleaner {
  private static final char REPLACEMENT = '\uFFFD';

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
    String whole = body(text);
    StringBuilder kept = new StringBuilder(whole.length());
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\t') {
        removedControls++;
      } else {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  /** Text for the body, where control characters can't do harm and stay. */
  String body(String text) {
    StringBuilder whole = new StringBuilder(text);
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < whole.length()
          && Character.isLowSurrogate(whole.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        whole.setCharAt(i, REPLACEMENT);
        replacedSurrogates++;
      }
    }
    return whole.toString();
  }
}
