package org.curation.enrich.link.match;

import java.util.Locale;

/** The longest text that everything that an RE2 expression matches has in it. Pure. */
final class RequiredText {
  private static final String META = "\\.[]{}()*+?^$|-/&=:%_#!~;,@'\"<> ";
  private static final String SPECIAL = "\\.[](){}*+?^$|";

  private String longest = "";
  private final StringBuilder run = new StringBuilder();

  private RequiredText() {}

  /** In lower case; may be shorter than possible, never wrong; empty when nothing is sure. */
  static String of(String expression) {
    if (FixedStart.hasChoice(expression)) {
      return "";
    }
    RequiredText text = new RequiredText();
    text.read(expression);
    text.end();
    return text.longest.toLowerCase(Locale.ROOT);
  }

  private void read(String expression) {
    int i = 0;
    while (i < expression.length()) {
      char c = expression.charAt(i);
      int next = after(expression, i);
      String literal =
          next == i + 1 && SPECIAL.indexOf(c) < 0
              ? String.valueOf(c)
              : next == i + 2 && c == '\\' && META.indexOf(expression.charAt(i + 1)) >= 0
                  ? expression.substring(i + 1, next)
                  : "";
      char repeat = next < expression.length() ? expression.charAt(next) : '\0';
      boolean repeated = repeat == '*' || repeat == '?' || repeat == '{' || repeat == '+';
      boolean sure = !literal.isEmpty() && literal.charAt(0) < 128;
      if (sure && (!repeated || repeat == '+')) {
        run.append(literal);
      }
      if (!sure || repeated) {
        end();
      }
      i = repeated ? afterRepeat(expression, next) : next;
    }
  }

  private void end() {
    if (run.length() > longest.length()) {
      longest = run.toString();
    }
    run.setLength(0);
  }

  /** Where the item that begins here ends: a character, an escape, a class or a group. */
  private static int after(String expression, int at) {
    char c = expression.charAt(at);
    if (c == '\\') {
      return expression.length() > at + 2 && "pPxQ".indexOf(expression.charAt(at + 1)) >= 0
          ? expression.length()
          : Math.min(expression.length(), at + 2);
    }
    if (c != '[' && c != '(') {
      return at + 1;
    }
    int depth = 0;
    boolean inClass = false;
    for (int i = at; i < expression.length(); i++) {
      char d = expression.charAt(i);
      if (d == '\\') {
        i++;
      } else if (inClass) {
        inClass = d != ']' || isClassStart(expression, i);
      } else if (d == '[') {
        inClass = true;
      } else {
        depth += d == '(' ? 1 : d == ')' ? -1 : 0;
      }
      if (!inClass && depth == 0) {
        return i + 1;
      }
    }
    return expression.length();
  }

  /** A bracket that comes first in a class stands for itself. */
  private static boolean isClassStart(String expression, int at) {
    char before = expression.charAt(at - 1);
    return before == '[' || (before == '^' && expression.charAt(at - 2) == '[');
  }

  private static int afterRepeat(String expression, int at) {
    int end = at + 1;
    if (expression.charAt(at) == '{') {
      int close = expression.indexOf('}', at);
      end = close < 0 ? expression.length() : close + 1;
    }
    return end < expression.length() && expression.charAt(end) == '?' ? end + 1 : end;
  }
}
