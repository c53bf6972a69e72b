package org.curation.enrich.page.text;

import java.util.Optional;
import java.util.function.Predicate;

/** The first paragraph of an article that says what it is about. Pure. */
final class GoodParagraph {
  private static final int ENOUGH = 25;
  private static final int ENOUGH_IN_SENTENCE = 12;
  private static final String ENDS = ".!?…。！？؟।";
  private static final int ENOUGH_BETWEEN = 60;
  private static final double LINKS = 0.5;

  private GoodParagraph() {}

  /** Finds it: a paragraph before a short sentence, and that before text that stands loosely. */
  static Optional<Paragraph> in(Article article) {
    return first(article, Paragraph::proper, ENOUGH)
        .or(() -> first(article, GoodParagraph::sentence, ENOUGH_IN_SENTENCE))
        .or(() -> first(article, GoodParagraph::loose, ENOUGH_BETWEEN));
  }

  private static Optional<Paragraph> first(
      Article article, Predicate<Paragraph> wanted, int letters) {
    return article.paragraphs().stream()
        .filter(wanted)
        .filter(paragraph -> isGood(paragraph, letters))
        .findFirst();
  }

  private static boolean isGood(Paragraph paragraph, int letters) {
    Measured container = paragraph.container();
    String text = paragraph.text();
    return !container.figure
        && !container.heading
        && paragraph.linkDensity() < LINKS
        && Letters.in(text) >= letters
        && !Attribution.isByline(text)
        && !Attribution.isDate(text)
        && !Boilerplate.isParagraph(text);
  }

  private static boolean sentence(Paragraph paragraph) {
    String text = paragraph.text();
    return paragraph.proper() && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** Text of a section, a cell or a quotation that no tag calls a paragraph. */
  private static boolean loose(Paragraph paragraph) {
    return switch (paragraph.container().tag()) {
      case "section", "article", "main", "body", "td", "center", "blockquote", "dd" -> true;
      default -> false;
    };
  }
}
