package org.curation.enrich.link.match;

/** What every text that an RE2 expression matches begins with. Pure. */
final class FixedStart {
  private static final String META = "\\.[]{}()*+?^$|";
  private static final String REPEATS = "*?{";

  private FixedStart() {}

  /** May be shorter than possible, never longer. */
  static String of(String expression) {
    if (hasChoice(expression)) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < expression.length()) {
      char c = expression.charAt(i);
      int next = i + 1;
      if (c == '\\' && next < expression.length() && META.indexOf(expression.charAt(next)) >= 0) {
        c = expression.charAt(next++);
      } else if (META.indexOf(c) >= 0) {
        break;
      }
      if (next < expression.length() && REPEATS.indexOf(expression.charAt(next)) >= 0) {
        break;
      }
      out.append(c);
      i = next;
    }
    return out.toString();
  }

  /** Whether there may be a choice outside of all brackets. */
  static boolean hasChoice(String expression) {
    int depth = 0;
    boolean inClass = false;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      if (c == '\\') {
        i++;
      } else if (inClass) {
        inClass = c != ']';
      } else if (c == '[') {
        inClass = true;
      } else if (c == '|' && depth == 0) {
        return true;
      } else {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
    }
    return false;
  }
}
