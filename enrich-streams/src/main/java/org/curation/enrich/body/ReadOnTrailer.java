package org.curation.enrich.body;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a last paragraph off that only sends readers elsewhere. The paragraph is what stands behind
 * the last gap, in HTML or in Markdown. Pure; looks at the end of the text only.
 */
final class ReadOnTrailer {
  /** A paragraph that is longer says more than that. */
  private static final int REACH = 2000;

  private static final Pattern ENDING =
      Pattern.compile("(?:</?(?:p|div|br|span|section)\\s*/?>|&nbsp;|&#160;|\\s|\\xa0)+\\z");
  private static final Pattern GAP =
      Pattern.compile(
          "(?:<br\\s*/?>\\s*)+|<(?:p|div)(?:\\s[^<>]{0,300})?>|</(?:p|div|h[1-6]|ul|ol|blockquote|table|figure|pre)\\s*>|\\n[ \\t]*\\r?\\n|<hr\\s*/?>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LINK =
      Pattern.compile(
          "<a\\s[^<>]{0,1500}>(.{0,400}?)</a>|\\[([^\\[\\]]{0,400})\\]\\([^()\\s]{0,1500}(?:\\s[^()]{0,200})?\\)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,1500}>");

  private ReadOnTrailer() {}

  /**
   * What was taken off.
   *
   * @param text what is left
   * @param trailer the words of what is gone
   */
  record Stripped(String text, String trailer) {}

  /** Null when there is no such paragraph, or nothing else. */
  static @Nullable Stripped strip(String text) {
    int reach = Math.max(0, text.length() - REACH);
    Matcher ending = ENDING.matcher(text).region(reach, text.length());
    int end = ending.find() ? ending.start() : text.length();
    Matcher gap = GAP.matcher(text).region(reach, end);
    int start = -1;
    int words = -1;
    while (gap.find()) {
      start = gap.start();
      words = gap.end();
    }
    if (words < 0 || words >= end) {
      return null;
    }
    String paragraph = text.substring(words, end);
    Matcher link = LINK.matcher(paragraph);
    String linked = link.find() ? words(link.group(1) == null ? link.group(2) : link.group(1)) : "";
    String shown = words(LINK.matcher(paragraph).replaceAll(ReadOnTrailer::label));
    if (!ReadOnPhrases.matches(shown, linked)) {
      return null;
    }
    String left = left(text, start, words, end);
    return words(left).isEmpty() ? null : new Stripped(left, shown);
  }

  /** Paragraphs go with their tags; what closes an outer element stays. */
  private static String left(String text, int start, int words, int end) {
    String gap = text.substring(start, words);
    if (gap.startsWith("</")) {
      return text.substring(0, words) + rest(text, end, "");
    }
    boolean opens = gap.length() > 1 && gap.startsWith("<") && !isBreak(gap);
    String name = opens ? gap.substring(1).split("[\\s>]", 2)[0] : "";
    return text.substring(0, start) + rest(text, end, name);
  }

  private static boolean isBreak(String gap) {
    return gap.regionMatches(true, 1, "br", 0, 2) || gap.regionMatches(true, 1, "hr", 0, 2);
  }

  /** What followed the paragraph, without the tag that closed it. */
  private static String rest(String text, int end, String opened) {
    String rest = text.substring(end);
    if (opened.isEmpty()) {
      return rest.isBlank() ? "" : rest;
    }
    String left =
        Pattern.compile("</" + Pattern.quote(opened) + "\\s*>", Pattern.CASE_INSENSITIVE)
            .matcher(rest)
            .replaceFirst("");
    return left.isBlank() ? "" : left;
  }

  private static String label(java.util.regex.MatchResult link) {
    return Matcher.quoteReplacement(link.group(1) == null ? link.group(2) : link.group(1));
  }

  private static String words(String markup) {
    return SafeUrl.decode(TAG.matcher(markup).replaceAll(" "))
        .replaceAll("[\\s\\xa0*_]+", " ")
        .strip();
  }
}
