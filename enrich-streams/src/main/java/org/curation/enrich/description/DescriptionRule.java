package org.curation.enrich.description;

/**
 * The named rules by which a lane makes descriptions. {@link #WORDS_200} and {@link #SLICE_200} are
 * the two that the seeds were made by; new lanes use {@link #BEST}. Pure; safe for use by threads.
 */
public enum DescriptionRule {
  /** The text without tags, cut at the last word that ends within 200 characters. */
  WORDS_200,
  /** The first 200 characters of the text without tags, wherever they end. */
  SLICE_200,
  /**
   * The best of the curator's text and of what the page says, cut at a sentence. {@link
   * ItemDescription} makes it when the page is known; here there is only the text.
   */
  BEST,
  /** No description. */
  NONE;

  /** The most characters, when a lane says no other number. */
  public static final int BUDGET = 200;

  /** The description of a body; empty when there is no text or the rule gives none. */
  public String describe(String body) {
    if (this == NONE) {
      return "";
    }
    if (this == BEST) {
      return ItemDescription.of(null, body, DescribedPage.UNKNOWN).cut(BUDGET);
    }
    String text = PlainText.joined(body);
    if (text.length() <= BUDGET) {
      return text;
    }
    int space = this == WORDS_200 ? text.lastIndexOf(' ', BUDGET) : -1;
    return space > 0 ? text.substring(0, space) : text.substring(0, codePointEnd(text));
  }

  private static int codePointEnd(String text) {
    return Character.isHighSurrogate(text.charAt(BUDGET - 1)) ? BUDGET - 1 : BUDGET;
  }
}
