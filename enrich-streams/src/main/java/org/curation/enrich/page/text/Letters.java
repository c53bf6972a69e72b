package org.curation.enrich.page.text;

/** How much a text says, whatever its script. Pure; safe for use by threads. */
public final class Letters {
  /** An ideograph or a syllable says about as much as so many letters. */
  private static final int DENSE = 3;

  private Letters() {}

  /** Letters and digits of a text; one of a script without spaces between words counts thrice. */
  public static int in(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        count += isDense(c) ? DENSE : 1;
      }
    }
    return count;
  }

  private static boolean isDense(int c) {
    if (c < 0x0E00) {
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
      default -> false;
    };
  }
}
