package org.curation.enrich.link.match;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Locale;

/**
 * An RE2 expression that is tried only on texts that have what it can't do without: most texts are
 * told apart without running it. Linear. Unchangeable.
 */
public final class Expression {
  private final Pattern pattern;
  private final String required;

  private Expression(Pattern pattern, String source) {
    this.pattern = pattern;
    this.required = RequiredText.of(source);
  }

  /**
   * An expression over a whole text.
   *
   * @throws PatternSyntaxException when it is none
   */
  public static Expression whole(String source, boolean caseSensitive) {
    int flags = Pattern.DOTALL | (caseSensitive ? 0 : Pattern.CASE_INSENSITIVE);
    // First by itself: a mistake is told in the words of its author, without what stands around it.
    Pattern.compile(source, flags);
    return new Expression(Pattern.compile("\\A(?:" + source + ")\\z", flags), source);
  }

  /**
   * An expression that is found anywhere.
   *
   * @throws PatternSyntaxException when it is none
   */
  public static Expression anywhere(String source, boolean caseSensitive) {
    return new Expression(
        Pattern.compile(source, caseSensitive ? 0 : Pattern.CASE_INSENSITIVE), source);
  }

  /**
   * Whether it is found.
   *
   * @param folded the text in lower case
   */
  boolean isIn(String text, String folded) {
    return folded.contains(required) && pattern.matcher(text).find();
  }

  /** How many groups it has. */
  public int groups() {
    return pattern.groupCount();
  }

  /** The text without all that it finds. */
  public String cutFrom(String text) {
    if (!required.isEmpty() && !text.toLowerCase(Locale.ROOT).contains(required)) {
      return text;
    }
    return pattern.matcher(text).replaceAll("");
  }

  /** A matcher that has found it; null when it isn't there. */
  public @org.jspecify.annotations.Nullable Matcher found(String text) {
    if (!required.isEmpty() && !text.toLowerCase(Locale.ROOT).contains(required)) {
      return null;
    }
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher : null;
  }
}
