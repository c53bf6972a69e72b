package org.curation.enrich.body;

import java.util.Locale;
import java.util.Set;

/**
 * Hugo reads <code>{key=value}</code> at the end of a heading, and where a site wants it of any
 * block, as attributes of the element. Those that do no harm stay; all others become text. Pure;
 * takes time in proportion to the text.
 */
final class HeadingAttributes {
  private static final Set<String> HARMLESS =
      Set.of("id", "class", "title", "lang", "dir", "hl_lines", "linenos", "linenostart");
  private static final int LONGEST_NAME = 40;

  private HeadingAttributes() {}

  /** The text with harmful attributes escaped. */
  static String filter(String text, Spans certain, Removals removals) {
    Edits edits = new Edits();
    int brace = text.indexOf('{');
    while (brace >= 0) {
      int lineEnd = text.indexOf('\n', brace);
      lineEnd = lineEnd < 0 ? text.length() : lineEnd;
      if (mayEndInAttributes(text, brace, lineEnd) && isHarmful(text, brace, lineEnd)) {
        escape(text, brace, lineEnd, certain, edits, removals);
      }
      brace = text.indexOf('{', lineEnd);
    }
    return edits.apply(text);
  }

  private static void escape(
      String text, int from, int to, Spans certain, Edits edits, Removals removals) {
    boolean changed = false;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '{' && !certain.holds(i)) {
        edits.replace(i, i + 1, "&#123;");
        changed = true;
      }
    }
    if (changed) {
      removals.add(Removal.ATTRIBUTE);
    }
  }

  /** Before the signs that may close a heading. */
  private static boolean mayEndInAttributes(String text, int from, int lineEnd) {
    int end = lineEnd;
    while (end > from && " \t\r#".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > from && text.charAt(end - 1) == '}';
  }

  private static boolean isHarmful(String text, int from, int to) {
    for (int i = text.indexOf('=', from); i >= 0 && i < to; i = text.indexOf('=', i + 1)) {
      int end = i;
      while (end > from && text.charAt(end - 1) <= ' ') {
        end--;
      }
      int start = end;
      while (start > from
          && end - start < LONGEST_NAME
          && (Character.isLetterOrDigit(text.charAt(start - 1))
              || "_-:".indexOf(text.charAt(start - 1)) >= 0)) {
        start--;
      }
      if (!HARMLESS.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
