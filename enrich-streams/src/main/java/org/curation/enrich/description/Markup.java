package org.curation.enrich.description;

import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Tag;

/**
 * Takes tags out of a text. Only names of HTML make a tag, so that {@code List<Part>} and {@code a
 * < b} stay. Pure.
 */
final class Markup {
  private static final int LONGEST_TAG = 600;
  private static final int LONGEST_NAME = 12;
  private static final Set<String> GAPS =
      Set.of(
          "br", "hr", "img", "td", "th", "li", "dt", "dd", "summary", "details", "legend",
          "option");
  private static final Set<String> UNREAD = Set.of("script", "style");

  private Markup() {}

  /** The text without tags; where one parted lines or cells, there is a space. */
  static String strip(String text) {
    int next = text.indexOf('<');
    if (next < 0) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    int from = 0;
    while (next >= 0) {
      int end = end(text, next);
      if (end < 0) {
        kept.append(text, from, next + 1);
        from = next + 1;
      } else {
        kept.append(text, from, next).append(gap(text, next));
        from = end;
      }
      next = text.indexOf('<', from);
    }
    return kept.append(text, from, text.length()).toString();
  }

  /** Where what begins here ends; -1 when it is no tag. */
  private static int end(String text, int start) {
    if (text.startsWith("<!--", start)) {
      int end = text.indexOf("-->", start);
      return end < 0 ? -1 : end + 3;
    }
    String name = name(text, start);
    if (name.isEmpty() || !Tag.isKnownTag(name)) {
      return -1;
    }
    int close = text.indexOf('>', start);
    if (close < 0 || close - start > LONGEST_TAG) {
      return -1;
    }
    if (UNREAD.contains(name) && text.charAt(start + 1) != '/') {
      int end = text.indexOf("</" + name, close);
      return end < 0 ? close + 1 : end;
    }
    return close + 1;
  }

  private static String gap(String text, int start) {
    String name = name(text, start);
    return GAPS.contains(name) || (!name.isEmpty() && Tag.valueOf(name).isBlock()) ? " " : "";
  }

  private static String name(String text, int start) {
    int from = start + 1;
    if (from < text.length() && text.charAt(from) == '/') {
      from++;
    }
    int to = from;
    while (to < text.length() && to - from <= LONGEST_NAME && isNamePart(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
