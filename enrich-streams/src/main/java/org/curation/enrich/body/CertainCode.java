package org.curation.enrich.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curation.enrich.body.Spans.Span;

/**
 * Finds code in Markdown that no reader of Markdown can take for anything else, whatever tables,
 * footnotes or other extensions it knows: fenced blocks that stand alone at the left edge, and code
 * within lines when nothing around it could claim one of its backticks. Where in doubt it finds
 * nothing. Pure; takes time in proportion to the text.
 */
final class CertainCode {
  private static final Pattern OPENING = Pattern.compile("(`{3,}+|~{3,}+)([^`~{}<>&\"'\\\\]*+)");
  private static final Pattern FENCE_LIKE =
      Pattern.compile("[\\s>*+\\-:.)\\d\\[\\]^|]*+(?:`{3}|~{3})");
  private static final Pattern PREFORMATTED =
      Pattern.compile("<pre|\\r(?!\\n)", Pattern.CASE_INSENSITIVE);

  private final String text;
  private final List<Span> found = new ArrayList<>();

  /** Start and end of each line, without its line break. */
  private final List<Span> lines = new ArrayList<>();

  private CertainCode(String text) {
    this.text = text;
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      int shown = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
      lines.add(new Span(start, shown));
      start = end + 1;
    }
  }

  /** All certain code of a text. */
  static Spans find(String text) {
    if (text.indexOf('`') < 0 && !text.contains("~~~")) {
      return Spans.NONE;
    }
    return PREFORMATTED.matcher(text).find() ? Spans.NONE : new CertainCode(text).find();
  }

  private Spans find() {
    int line = 0;
    while (line < lines.size()) {
      if (isBlank(line)) {
        line++;
        continue;
      }
      int close = closingFence(line);
      if (close >= 0) {
        found.add(new Span(lines.get(line).start(), lines.get(close).end()));
        line = close + 1;
        continue;
      }
      int end = line;
      while (end < lines.size() && !isBlank(end)) {
        if (FENCE_LIKE.matcher(text).region(start(end), lines.get(end).end()).lookingAt()) {
          return Spans.NONE;
        }
        end++;
      }
      group(line, end);
      line = end;
    }
    return Spans.of(found);
  }

  private int start(int line) {
    return lines.get(line).start();
  }

  private boolean isBlank(int line) {
    Span span = lines.get(line);
    for (int i = span.start(); i < span.end(); i++) {
      if (text.charAt(i) != ' ' && text.charAt(i) != '\t') {
        return false;
      }
    }
    return true;
  }

  /** The line that closes the fence which a line opens; -1 when it opens none for certain. */
  private int closingFence(int line) {
    Matcher opening = OPENING.matcher(text).region(start(line), lines.get(line).end());
    if (!opening.matches() || (line > 0 && !isBlank(line - 1))) {
      return -1;
    }
    String fence = opening.group(1);
    for (int i = line + 1; i < lines.size(); i++) {
      int at = start(i);
      int end = lines.get(i).end();
      if (text.startsWith(fence, at)) {
        int behind = at;
        while (behind < end && text.charAt(behind) == fence.charAt(0)) {
          behind++;
        }
        return text.substring(behind, end).isBlank() ? i : -1;
      }
    }
    return -1;
  }

  /** Code within the lines of one block, unless anything else there could shift it. */
  private void group(int from, int to) {
    String block = text.substring(start(from), lines.get(to - 1).end());
    if (block.indexOf('`') < 0 || block.indexOf('|') >= 0 || block.contains("\\`")) {
      return;
    }
    List<Span> spans = new ArrayList<>();
    for (int line = from; line < to; line++) {
      if (!pair(lines.get(line), spans)) {
        return;
      }
    }
    found.addAll(spans);
  }

  /**
   * Pairs the backticks of a line; false when one is left, or a tag or an address could begin
   * outside.
   */
  private boolean pair(Span line, List<Span> spans) {
    int i = line.start();
    while (i < line.end()) {
      char c = text.charAt(i);
      if (c == '<' || (c == ']' && i + 1 < line.end() && "([:".indexOf(text.charAt(i + 1)) >= 0)) {
        return false;
      }
      if (c != '`') {
        i++;
        continue;
      }
      if (followsAddress(line.start(), i)) {
        return false;
      }
      int run = run(i, line.end());
      int close = i + run;
      while (close < line.end() && !(text.charAt(close) == '`' && run(close, line.end()) == run)) {
        close += text.charAt(close) == '`' ? run(close, line.end()) : 1;
      }
      if (close >= line.end()) {
        return false;
      }
      spans.add(new Span(i, close + run));
      i = close + run;
    }
    return true;
  }

  /** Bare addresses become links in many readers, backticks and all. */
  private boolean followsAddress(int from, int at) {
    int start = at;
    while (start > from && text.charAt(start - 1) > ' ') {
      start--;
    }
    String word = text.substring(start, at);
    return word.indexOf('@') >= 0
        || word.contains(":/")
        || word.toLowerCase(Locale.ROOT).contains("www.");
  }

  private int run(int from, int end) {
    int i = from;
    while (i < end && text.charAt(i) == '`') {
      i++;
    }
    return i - from;
  }
}
