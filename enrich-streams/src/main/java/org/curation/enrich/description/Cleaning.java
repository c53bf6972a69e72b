package org.curation.enrich.description;

import org.curation.model.CleanText;
import org.jsoup.parser.Parser;

/** Brings descriptions into one line of plain text. Pure; safe for use by threads. */
public final class Cleaning {
  private static final int LONGEST = 20_000;
  private static final int DECODINGS = 2;

  /** More marks on one letter are no writing. */
  private static final int MARKS = 8;

  private Cleaning() {}

  /**
   * The text of a tag: entities that were escaped once or twice too often are decoded, tags are
   * taken out, then as {@link #ofText}. Cleaning what is clean changes nothing, unless entities
   * were escaped three times or more. Reads at most 20,000 characters.
   */
  public static String ofTag(String text) {
    String read = bounded(text);
    for (int i = 0; i < DECODINGS; i++) {
      // As in an attribute: without its semicolon, "&copy" in an address is no sign.
      String decoded = Markup.strip(Parser.unescapeEntities(read, true));
      if (decoded.equals(read)) {
        break;
      }
      read = decoded;
    }
    return ofText(read);
  }

  /**
   * Text as readers see it: white space of all kinds is one space; what can't be seen, soft hyphens
   * and spaces of no width among it, is left out. Reads at most 20,000 characters.
   */
  public static String ofText(String text) {
    String read = CleanText.ofValue(bounded(text)).text();
    StringBuilder clean = new StringBuilder(read.length());
    boolean gap = false;
    int marks = 0;
    for (int i = 0; i < read.length(); ) {
      int c = read.codePointAt(i);
      i += Character.charCount(c);
      marks = isMark(c) ? marks + 1 : 0;
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        gap = true;
      } else if (!isUnseen(c) && marks <= MARKS) {
        if (gap && !clean.isEmpty()) {
          clean.append(' ');
        }
        gap = false;
        clean.appendCodePoint(c);
      }
    }
    return clean.toString();
  }

  private static String bounded(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, splits ? LONGEST - 1 : LONGEST);
  }

  private static boolean isUnseen(int c) {
    return c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }
}
