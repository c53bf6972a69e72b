package org.curation.enrich.body;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sees to the word behind the signs that open a block of code. Hugo writes it into attributes as it
 * is, unescaped, so a quote there would end the attribute. Pure; takes time in proportion to the
 * text.
 */
final class FenceInfo {
  /**
   * To Hugo only a blank ends the word. It is bad when it holds a sign that ends attributes or
   * stands for one.
   */
  private static final Pattern FENCE =
      Pattern.compile(
          "(?m)(`{3,}+(?=[^`\\r\\n]*+$)|~{3,}+)[ \\t]*+(?=[^ \\n]*[\"'<>&\\\\])([^ \\n]++)");

  private static final Pattern BAD = Pattern.compile("[\"'<>&\\\\]");

  private FenceInfo() {}

  /** The text with harmless words there; in HTML such a line isn't meant as a fence at all. */
  static String filter(String text, boolean markdown, Spans certain, Removals removals) {
    if (!text.contains("```") && !text.contains("~~~")) {
      return text;
    }
    Edits edits = new Edits();
    Matcher fence = FENCE.matcher(text);
    while (fence.find()) {
      if (certain.holds(fence.start())) {
        continue;
      }
      removals.add(Removal.ATTRIBUTE);
      if (markdown && startsLine(text, fence.start())) {
        edits.replace(fence.start(2), fence.end(2), BAD.matcher(fence.group(2)).replaceAll(""));
      } else {
        edits.replace(
            fence.start(),
            fence.start() + 1,
            text.charAt(fence.start()) == '`' ? "&#96;" : "&#126;");
      }
    }
    return edits.apply(text);
  }

  /** Whether only blanks stand before it; else it may as well be text. */
  private static boolean startsLine(String text, int at) {
    int i = at - 1;
    while (i >= 0 && text.charAt(i) == ' ') {
      i--;
    }
    return i < 0 || text.charAt(i) == '\n';
  }
}
