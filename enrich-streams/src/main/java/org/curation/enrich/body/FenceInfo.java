package org.curation.enrich.body;

/**
 * Sees to the word behind the signs that open a block of code. Hugo writes it into attributes as it
 * is, unescaped, so a quote there would end the attribute. Pure; takes time in proportion to the
 * text.
 */
final class FenceInfo {
  private static final String BAD = "\"'<>&\\";

  private FenceInfo() {}

  /** The text with harmless words there; in HTML such a line isn't meant as a fence at all. */
  static String filter(String text, boolean markdown, Spans certain, Removals removals) {
    if (!text.contains("```") && !text.contains("~~~")) {
      return text;
    }
    Edits edits = new Edits();
    int line = 0;
    while (line < text.length()) {
      int end = text.indexOf('\n', line);
      end = end < 0 ? text.length() : end;
      int fence = fence(text, line, end);
      if (fence >= 0 && !certain.holds(fence)) {
        line(text, line, end, fence, markdown, edits, removals);
      }
      line = end + 1;
    }
    return edits.apply(text);
  }

  /** The first signs of a line that could open a block; what stands before others could not. */
  private static int fence(String text, int from, int end) {
    for (int i = from; i + 2 < end; i++) {
      if (text.startsWith("```", i) || text.startsWith("~~~", i)) {
        return i;
      }
    }
    return -1;
  }

  private static void line(
      String text, int from, int end, int fence, boolean markdown, Edits edits, Removals removals) {
    char sign = text.charAt(fence);
    int word = fence;
    while (word < end && text.charAt(word) == sign) {
      word++;
    }
    // Not more than one sign of the kind on the line, or it is code within the line.
    if (sign == '`' && text.substring(word, end).indexOf('`') >= 0) {
      return;
    }
    while (word < end && (text.charAt(word) == ' ' || text.charAt(word) == '\t')) {
      word++;
    }
    // To Hugo only a blank ends the word.
    int wordEnd = word;
    StringBuilder good = new StringBuilder();
    while (wordEnd < end && text.charAt(wordEnd) != ' ') {
      if (BAD.indexOf(text.charAt(wordEnd)) < 0) {
        good.append(text.charAt(wordEnd));
      }
      wordEnd++;
    }
    if (good.length() == wordEnd - word) {
      return;
    }
    removals.add(Removal.ATTRIBUTE);
    if (markdown && text.substring(from, fence).isBlank()) {
      edits.replace(word, wordEnd, good.toString());
    } else {
      edits.replace(fence, fence + 1, sign == '`' ? "&#96;" : "&#126;");
    }
  }
}
