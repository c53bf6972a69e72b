package org.curation.enrich.link.url;

/** Which characters a label with others than ASCII may have. Pure. */
final class LabelRules {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /** The signs that join the letters around them, in the scripts that have such. */
  private static final String VIRAMAS =
      "\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D3B\u0D3C\u0D4D\u0DCA\u0E3A\u0EBA"
          + "\u0F84\u1039\u103A\u1714\u1734\u17D2\u1A60\u1B44\u1BAA\u1BAB\u1BF2\u1BF3\u2D7F"
          + "\uA806\uA8C4\uA953\uA9C0\uAAF6\uABED";

  private LabelRules() {}

  /** Whether a mapped label that isn't ASCII is one. */
  static boolean valid(String label) {
    if (isMark(label.codePointAt(0)) || label.startsWith("xn--")) {
      return false;
    }
    int before = -1;
    for (int i = 0; i < label.length(); ) {
      int c = label.codePointAt(i);
      i += Character.charCount(c);
      boolean joiner = c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
      if (joiner ? !joins(label, c, before, i) : isDisallowed(c)) {
        return false;
      }
      before = c;
    }
    return true;
  }

  private static boolean joins(String label, int joiner, int before, int next) {
    if (before >= 0 && before < 0x10000 && VIRAMAS.indexOf(before) >= 0) {
      return true;
    }
    return joiner == ZERO_WIDTH_NON_JOINER
        && before >= 0
        && isCursive(before)
        && next < label.length()
        && isCursive(label.codePointAt(next));
  }

  private static boolean isCursive(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case ARABIC, SYRIAC, MONGOLIAN, NKO, PHAGS_PA, MANDAIC, MANICHAEAN -> Character.isLetter(c);
      default -> false;
    };
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean isDisallowed(int c) {
    if (c == 0xFFFD || (c >= 0x2FF0 && c <= 0x2FFF)) {
      return true;
    }
    switch (Character.getType(c)) {
      case Character.UNASSIGNED,
      Character.PRIVATE_USE,
      Character.SURROGATE,
      Character.CONTROL,
      Character.FORMAT,
      Character.LINE_SEPARATOR,
      Character.PARAGRAPH_SEPARATOR,
      Character.SPACE_SEPARATOR:
        return c >= 128;
      default:
        return false;
    }
  }
}
