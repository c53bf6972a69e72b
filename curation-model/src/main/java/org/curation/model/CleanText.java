package org.curation.model;

/**
 * A text without the characters that nobody can see and that break files, terminals or layouts:
 * control characters other than tab and line breaks, byte order marks, noncharacters, and the two
 * overrides of writing direction, which never belong into prose. An unpaired surrogate becomes
 * U+FFFD. A clean text stays the same object. Pure; safe for use by threads.
 *
 * @param removed how many characters were left out
 * @param replaced how many unpaired surrogates became U+FFFD
 */
public record CleanText(String text, int removed, int replaced) {
  private static final char REPLACEMENT = '\uFFFD';

  /** Cleans one value, for example a title; line breaks become line feeds. */
  public static CleanText ofValue(String text) {
    return of(text, false);
  }

  /** Cleans a body; carriage returns stay, as they are part of the text as it was written. */
  public static CleanText ofBody(String text) {
    return of(text, true);
  }

  /** Whether anything was left out or replaced. */
  public boolean changed() {
    return removed + replaced > 0;
  }

  private static CleanText of(String text, boolean body) {
    int first = firstUnclean(text, body);
    return first < 0 ? new CleanText(text, 0, 0) : clean(text, first, body);
  }

  private static int firstUnclean(String text, boolean body) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Pairs are looked at closely; in nearly all texts there are few.
      if (Character.isSurrogate(c) || isUnwanted(c) || (c == '\r' && !body)) {
        return i;
      }
    }
    return -1;
  }

  private static CleanText clean(String text, int from, boolean body) {
    StringBuilder kept = new StringBuilder(text.length()).append(text, 0, from);
    int removed = 0;
    int replaced = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (Character.isHighSurrogate(c) && Character.isLowSurrogate(next)) {
        i++;
        if (isNoncharacter(Character.toCodePoint(c, next))) {
          removed++;
        } else {
          kept.append(c).append(next);
        }
      } else if (Character.isSurrogate(c)) {
        kept.append(REPLACEMENT);
        replaced++;
      } else if (c == '\r' && !body) {
        removed += next == '\n' ? 0 : 1;
      } else if (isUnwanted(c)) {
        removed++;
      } else {
        kept.append(c);
      }
    }
    return new CleanText(kept.toString(), removed, replaced);
  }

  private static boolean isUnwanted(char c) {
    return (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r')
        || c == '\uFEFF'
        || c == '\u202D'
        || c == '\u202E'
        || isNoncharacter(c);
  }

  private static boolean isNoncharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  }
}
