package org.curation.enrich.description;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Where sentences end. The platform's rules find most ends; dots of abbreviations, ordinals and
 * initials are taken back, and stops are added that it doesn't know. Pure.
 */
final class Sentences {
  private static final String STOPS = "؟۔।॥։።。！？｡";
  private static final String ENDS = ".!?…" + STOPS + "\u037E";
  private static final String CLOSERS = "\"'”’»›)]」』）】";

  private final String text;
  private final Locale language;

  /**
   * Sentences of a text.
   *
   * @param language {@link Locale#ROOT} when it isn't known
   */
  Sentences(String text, Locale language) {
    this.text = text;
    this.language = language;
  }

  /** The last end of a sentence from one position to another, both included; -1 without one. */
  int lastEnd(int from, int to) {
    int last = Math.max(lastBreak(from, to), lastStop(from, to));
    return last < from ? -1 : last;
  }

  private int lastBreak(int from, int to) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(language);
    breaks.setText(text);
    int last = -1;
    for (int next = breaks.following(Math.max(0, from - 1));
        next != BreakIterator.DONE;
        next = breaks.next()) {
      int end = stripped(next);
      if (end > to) {
        break;
      }
      if (end >= from && isEnd(end) && !Abbreviations.goesOn(text, end, language)) {
        last = end;
      }
    }
    return last;
  }

  private int lastStop(int from, int to) {
    for (int i = Math.min(to, text.length()) - 1; i >= Math.max(0, from - 1); i--) {
      if (isStop(i)) {
        int end = i + 1;
        while (end < text.length() && end < to && CLOSERS.indexOf(text.charAt(end)) >= 0) {
          end++;
        }
        return end;
      }
    }
    return -1;
  }

  private boolean isStop(int at) {
    char c = text.charAt(at);
    if (STOPS.indexOf(c) >= 0) {
      return at + 1 == text.length() || STOPS.indexOf(text.charAt(at + 1)) < 0;
    }
    // In Greek a semicolon asks.
    return (c == ';' || c == '\u037E')
        && at > 0
        && Character.UnicodeScript.of(text.codePointBefore(at)) == Character.UnicodeScript.GREEK;
  }

  private boolean isEnd(int end) {
    int at = end - 1;
    while (at > 0 && CLOSERS.indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return at >= 0 && ENDS.indexOf(text.charAt(at)) >= 0;
  }

  private int stripped(int end) {
    int at = end;
    while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
