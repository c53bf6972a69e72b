package org.curation.enrich.description;

/**
 * The named rules by which a lane makes descriptions. {@link #WORDS_200} and {@link #SLICE_200} are
 * the two that the seeds were made by. Pure; safe for use by threads.
 */
public enum DescriptionRule {
  /** The text without tags, cut at the last word that ends within 200 characters. */
  WORDS_200,
  /** The first 200 characters of the text without tags, wherever they end. */
  SLICE_200,
  /** No description. */
  NONE;

  private static final int BUDGET = 200;

  /** The description of a body; empty when there is no text or the rule gives none. */
  public String describe(String body) {
    if (this == NONE) {
      return "";
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
