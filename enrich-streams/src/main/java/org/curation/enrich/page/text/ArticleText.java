package org.curation.enrich.page.text;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page's article: where it is and what it says. The page stays as it is; the cost grows with its
 * size only, and pages of any form give a result. Immutable but for the element, which is the
 * page's own.
 *
 * @param root the element that holds the article; null when the page has no text
 * @param first its first good paragraph: long enough, no heading, caption, byline, date, menu or
 *     notice; null when there is none
 * @param paragraphs all its paragraphs in their order, white space collapsed, each cut at 5,000
 *     characters
 */
public record ArticleText(@Nullable Element root, @Nullable String first, List<String> paragraphs) {
  private static final int MOST = 1000;

  /** Copies the list. */
  public ArticleText {
    paragraphs = List.copyOf(paragraphs);
  }

  /** Looks for the article. */
  public static ArticleText of(Document page) {
    Article article = ArticleSearch.find(PageMap.of(page.body()));
    if (article == null) {
      return new ArticleText(null, null, List.of());
    }
    List<String> paragraphs =
        article.paragraphs().stream()
            .filter(Paragraph::proper)
            .limit(MOST)
            .map(Paragraph::text)
            .toList();
    String first = GoodParagraph.in(article).map(Paragraph::text).orElse(null);
    return new ArticleText(article.root(), first, paragraphs);
  }
}
