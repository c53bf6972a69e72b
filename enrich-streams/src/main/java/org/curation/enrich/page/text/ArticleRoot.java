package org.curation.enrich.page.text;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The element that holds a page's article. Pure. */
public final class ArticleRoot {
  private ArticleRoot() {}

  /** Finds it; null when the page has no text to speak of. The page stays as it is. */
  public static @Nullable Element of(Document page) {
    return ArticleText.of(page).root();
  }
}
