package org.curation.enrich.link.match;

import com.google.re2j.PatternSyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A text, its beginning, a glob or an RE2 expression. Linear. Unchangeable. */
public final class TextPattern {
  /** What an RE2 expression begins with in rules. */
  public static final String RE = "re:";

  private final String fixed;
  private final boolean whole;
  private final boolean caseSensitive;
  private final @Nullable Expression pattern;

  private TextPattern(String fixed, boolean whole, boolean caseSensitive, @Nullable Expression re) {
    this.fixed = caseSensitive ? fixed : fixed.toLowerCase(Locale.ROOT);
    this.whole = whole;
    this.caseSensitive = caseSensitive;
    this.pattern = re;
  }

  /**
   * Compiles what a rule says.
   *
   * @throws PatternSyntaxException when an expression is none
   */
  public static TextPattern of(String text, boolean caseSensitive) {
    if (text.startsWith(RE)) {
      String expression = text.substring(RE.length());
      return new TextPattern(
          FixedStart.of(expression),
          false,
          caseSensitive,
          Expression.whole(expression, caseSensitive));
    }
    int star = text.indexOf('*');
    if (star < 0) {
      return new TextPattern(text, true, caseSensitive, null);
    }
    if (star == text.length() - 1) {
      return new TextPattern(text.substring(0, star), false, caseSensitive, null);
    }
    return new TextPattern(
        text.substring(0, star),
        false,
        caseSensitive,
        Expression.whole(glob(text, ".*"), caseSensitive));
  }

  /** A glob as an expression. */
  static String glob(String text, String star) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      String c = text.substring(i, i + 1);
      out.append(c.equals("*") ? star : Character.isLetterOrDigit(text.charAt(i)) ? c : "\\" + c);
    }
    return out.toString();
  }

  /** Whether all that can match begins with {@link #fixed()}, and nothing else can match. */
  public boolean isExact() {
    return whole;
  }

  /** Whether every text matches. */
  boolean isAny() {
    return pattern == null && !whole && fixed.isEmpty();
  }

  /** What everything that matches begins with, folded unless the case counts. */
  public String fixed() {
    return fixed;
  }

  /**
   * Whether a text is meant.
   *
   * @param folded the same in lower case
   */
  public boolean matches(String text, String folded) {
    String compared = caseSensitive ? text : folded;
    if (pattern != null) {
      return compared.startsWith(fixed) && pattern.isIn(text, folded);
    }
    return whole ? compared.equals(fixed) : compared.startsWith(fixed);
  }

  /** The same for a text that isn't folded yet. */
  public boolean matches(String text) {
    return matches(text, caseSensitive && pattern == null ? text : text.toLowerCase(Locale.ROOT));
  }
}
