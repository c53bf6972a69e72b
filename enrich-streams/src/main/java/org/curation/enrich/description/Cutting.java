package org.curation.enrich.description;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Shortens a cleaned text. It ends at the end of a sentence when one is in the last 40 % of the
 * budget, else behind a word and with an ellipsis; never within what readers see as one character.
 * Pure; safe for use by threads.
 *
 * @param budget the most characters, as readers count them, an ellipsis included
 * @param language of the text; {@link Locale#ROOT} when it isn't known
 */
public record Cutting(int budget, Locale language) {
  /** The smallest budget; with less there is no room for words. */
  public static final int LEAST = 40;

  /** The largest budget. */
  public static final int MOST = 2000;

  private static final String ELLIPSIS = "…";
  private static final Locale THAI = Locale.forLanguageTag("th");
  private static final double SENTENCE = 0.6;
  private static final double WORD = 0.5;

  /** One character that readers see can be long, but no text is made of such. */
  private static final int UNITS = 16;

  private static final String LOOSE = ",;:-–—(\"'“„«‘/&·|、，；：（「『";

  /** Requires a budget in its bounds. */
  public Cutting {
    if (budget < LEAST || budget > MOST) {
      throw new IllegalArgumentException(
          "budget must be from %d to %d, not %d".formatted(LEAST, MOST, budget));
    }
  }

  /** The text, or its beginning when it is longer than the budget. */
  public String cut(String text) {
    String near = near(text);
    Graphemes graphemes = Graphemes.of(near, budget);
    if (graphemes.whole() && near.length() == text.length()) {
      return text;
    }
    int from = graphemes.end((int) Math.ceil(graphemes.count() * SENTENCE));
    int end = new Sentences(near, language).lastEnd(from, graphemes.end(graphemes.count()));
    if (end > 0 && graphemes.floor(end) == end) {
      return near.substring(0, end);
    }
    int limit = graphemes.end(graphemes.count() - 1);
    int word = graphemes.floor(wordEnd(near, limit));
    return near.substring(0, word) + ELLIPSIS;
  }

  /** What has to be looked at; no more, however long the text is. */
  private String near(String text) {
    int most = UNITS * budget;
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  private int wordEnd(String text, int limit) {
    int least = (int) (limit * WORD);
    int end = limit < text.length() ? text.lastIndexOf(' ', limit) : -1;
    if (end < least) {
      BreakIterator words = BreakIterator.getWordInstance(language(text, limit));
      words.setText(text);
      end = limit < text.length() ? words.preceding(limit + 1) : limit;
    }
    end = stripped(text, end);
    return end < least || end <= 0 ? limit : end;
  }

  /** Words of Thai are found by a list of them, which only that language has. */
  private Locale language(String text, int at) {
    boolean thai =
        at > 0
            && Character.UnicodeScript.of(text.codePointBefore(at)) == Character.UnicodeScript.THAI;
    return thai ? THAI : language;
  }

  /** Without white space and signs that want something behind them. */
  private static int stripped(String text, int from) {
    int end = from;
    while (end > 0
        && (Character.isWhitespace(text.charAt(end - 1))
            || LOOSE.indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    return end;
  }
}
