package org.curation.enrich.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.curation.enrich.page.text.Attribution;
import org.curation.enrich.page.text.Boilerplate;
import org.curation.enrich.page.text.Letters;
import org.jspecify.annotations.Nullable;

/**
 * Says how good texts are as a description of one page or item. Pure.
 *
 * @param named titles and names of the site, folded; a text that says no more describes nothing
 * @param slogan whether a text is what the site says of itself
 */
record Judge(Set<String> named, Predicate<String> slogan) {
  static final String OWN = "curator";
  static final String BODY = "json-ld:articleBody";
  static final String PARAGRAPH = "article:p";
  static final int PARAGRAPH_SCORE = 45;

  private static final int LEAST_LETTERS = 3;
  private static final int FEW_LETTERS = 12;
  private static final int FEW_OWN_LETTERS = 20;
  private static final int FEW_PARAGRAPH_LETTERS = 45;
  private static final int SHORT_PARAGRAPH_SCORE = 25;
  private static final int FEW = 60;
  private static final int FEW_OWN = 165;

  /** One for a page or an item with a title and a site, each null when not known. */
  static Judge of(@Nullable String title, @Nullable String site, Predicate<String> slogan) {
    List<String> named = new ArrayList<>();
    String foldedTitle = title == null ? "" : Folded.of(title);
    String foldedSite = site == null ? "" : Folded.of(site);
    for (String name :
        List.of(foldedTitle, foldedSite, foldedTitle + foldedSite, foldedSite + foldedTitle)) {
      if (!name.isEmpty()) {
        named.add(name);
      }
    }
    return new Judge(Set.copyOf(named), slogan);
  }

  /** Judges a cleaned text. */
  JudgedCandidate judge(String source, String text) {
    return new JudgedCandidate(source, text, score(source, text), rejection(source, text));
  }

  private int score(String source, String text) {
    int letters = Letters.in(text);
    int few = source.equals(OWN) ? FEW_OWN : FEW;
    boolean scanty = letters < (source.equals(OWN) ? FEW_OWN_LETTERS : FEW_LETTERS);
    if (source.equals(PARAGRAPH) && letters < FEW_PARAGRAPH_LETTERS) {
      // A site's slogan says more than a line out of its page.
      return SHORT_PARAGRAPH_SCORE;
    }
    return trust(source) - (scanty || slogan.test(text) ? few : 0);
  }

  private @Nullable String rejection(String source, String text) {
    if (Letters.in(text) < LEAST_LETTERS) {
      return "no text";
    }
    if (isAddress(text)) {
      return "an address";
    }
    if (named.contains(Folded.of(text))) {
      return "the title or the site's name";
    }
    if (Boilerplate.is(text)) {
      return "a notice that many pages have";
    }
    boolean own = source.equals(OWN);
    return !own && Attribution.isByline(text) ? "a byline" : null;
  }

  private static boolean isAddress(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean begins =
        lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("www.");
    return begins && text.indexOf(' ') < 0;
  }

  private static int trust(String source) {
    return switch (source) {
      case OWN -> 200;
      case "og:description" -> 100;
      case "meta:description" -> 90;
      case "twitter:description" -> 80;
      case "json-ld:description" -> 75;
      case "itemprop:description" -> 70;
      case "dc:description" -> 65;
      case PARAGRAPH -> PARAGRAPH_SCORE;
      case "meta:msapplication-tooltip" -> 30;
      case BODY -> 10;
      default -> 60;
    };
  }
}
