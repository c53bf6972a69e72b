package org.curation.enrich.archetype;

import java.util.Locale;

/**
 * A pattern in which {@code *} stands for any text, also none; letter case doesn't matter. Pure.
 *
 * @param text as written
 */
public record Glob(String text) {
  /** Whether the whole of a text fits. Needs at most pattern length times text length steps. */
  public boolean matches(String candidate) {
    return matches(text.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
  }

  /** Whether everything that the other pattern takes is surely taken by this one. */
  boolean covers(Glob other) {
    // A star in the other's text can only have been taken by a star of this one, which then takes
    // whatever that star stands for.
    return matches(other.text());
  }

  private static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
