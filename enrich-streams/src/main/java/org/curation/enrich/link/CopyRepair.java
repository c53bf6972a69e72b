package org.curation.enrich.link;

import org.jspecify.annotations.Nullable;

/** Repairs what copying an address out of a page or a mail breaks. Linear. Pure. */
final class CopyRepair {
  private static final String[][] AROUND = {
    {"<![CDATA[", "]]>"},
    {"<", ">"},
    {"\"", "\""},
    {"'", "'"},
    {"\u201C", "\u201D"},
    {"\u00AB", "\u00BB"}
  };

  private CopyRepair() {}

  /**
   * The repaired text.
   *
   * @param trail where it is recorded; null when it isn't
   */
  static String repair(String text, @Nullable Trail trail) {
    String outside = stripped(text);
    String visible = withoutHidden(outside);
    String trimmed = unbracketed(stripped(visible));
    if (trail != null && visible.length() < outside.length()) {
      trail.repaired("repair.hidden", "hidden characters");
    }
    if (trail != null
        && (outside.length() < text.length() || trimmed.length() < visible.length())) {
      trail.repaired("repair.space", "white space or brackets around the address");
    }
    String plain = withoutEntities(trimmed);
    if (trail != null && plain.length() < trimmed.length()) {
      trail.repaired("repair.entity", "&amp;");
    }
    return plain;
  }

  private static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Markdown, feeds and mails put addresses between brackets and quotes. */
  private static String unbracketed(String text) {
    for (String[] pair : AROUND) {
      if (text.startsWith(pair[0])
          && text.endsWith(pair[1])
          && text.length() >= pair[0].length() + pair[1].length()) {
        return stripped(text.substring(pair[0].length(), text.length() - pair[1].length()));
      }
    }
    return text;
  }

  /** Control characters, marks of direction, and what has no width and joins nothing. */
  private static boolean isHidden(char c) {
    return c < ' '
        || c == '\u007F'
        || c == '\u200B'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u202A' && c <= '\u202E')
        || c == '\u2060'
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\uFEFF';
  }

  private static String withoutHidden(String text) {
    int first = 0;
    while (first < text.length() && !isHidden(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      if (!isHidden(text.charAt(i))) {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  /** Ampersands that were escaped for HTML, however often. */
  private static String withoutEntities(String text) {
    if (text.indexOf('&') < 0 || text.indexOf(';') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append(text.charAt(i));
      if (text.charAt(i) == '&') {
        int length = entityLength(text, i + 1);
        while (length > 0) {
          i += length;
          length = entityLength(text, i + 1);
        }
      }
    }
    return out.toString();
  }

  /** The length of what an ampersand's entity has behind its own ampersand; 0 when it is none. */
  private static int entityLength(String text, int at) {
    if (text.regionMatches(true, at, "amp;", 0, 4)) {
      return 4;
    }
    if (at >= text.length() || text.charAt(at) != '#') {
      return 0;
    }
    int end = at + 1;
    while (end < text.length() && end - at < 9 && text.charAt(end) != ';') {
      end++;
    }
    if (end >= text.length() || text.charAt(end) != ';') {
      return 0;
    }
    return isAmpersand(text.substring(at + 1, end)) ? end + 1 - at : 0;
  }

  /** Whether a character reference, decimal or hexadecimal, is that of the ampersand. */
  private static boolean isAmpersand(String code) {
    boolean hexadecimal = !code.isEmpty() && (code.charAt(0) | 0x20) == 'x';
    String digits = code.substring(hexadecimal ? 1 : 0);
    int first = 0;
    while (first < digits.length() && digits.charAt(first) == '0') {
      first++;
    }
    return digits.substring(first).equals(hexadecimal ? "26" : "38");
  }
}
