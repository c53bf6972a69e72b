package org.curation.enrich.link.match;

import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Which raw paths are meant. Linear. Unchangeable. */
public final class PathPattern {
  private final String text;
  private final String start;
  private final boolean whole;
  private final @Nullable Expression pattern;

  private PathPattern(String text, String start, boolean whole, @Nullable Expression pattern) {
    this.text = text;
    this.start = start;
    this.whole = whole;
    this.pattern = pattern;
  }

  /**
   * Compiles what a rule says.
   *
   * @throws PatternSyntaxException when an expression is none
   */
  public static PathPattern of(String text) {
    if (text.startsWith(TextPattern.RE)) {
      String expression = text.substring(TextPattern.RE.length());
      return new PathPattern(
          text, FixedStart.of(expression), true, Expression.whole(expression, true));
    }
    if (text.startsWith("*")) {
      return new PathPattern(text, "", true, Expression.whole(TextPattern.glob(text, ".*"), false));
    }
    boolean whole = text.startsWith("=");
    String path = whole ? text.substring(1) : text;
    if (path.indexOf('*') < 0) {
      return new PathPattern(path, path, whole, null);
    }
    String below = whole ? "" : path.endsWith("/") ? ".*" : "(?:/.*)?";
    return new PathPattern(
        path,
        path.substring(0, path.indexOf('*')),
        whole,
        Expression.whole(TextPattern.glob(path, "[^/]*") + below, true));
  }

  /** Whether a subject's path is meant. */
  boolean matches(Subject subject) {
    String path = subject.address().path();
    if (!path.startsWith(start)) {
      return false;
    }
    if (pattern != null) {
      return pattern.isIn(path, subject.foldedPath());
    }
    if (whole) {
      return path.equals(text);
    }
    return path.length() == text.length()
        || text.endsWith("/")
        || path.charAt(text.length()) == '/';
  }
}
