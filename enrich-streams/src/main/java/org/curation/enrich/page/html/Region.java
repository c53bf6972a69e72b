package org.curation.enrich.page.html;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What part of a page an element stands in. */
public enum Region {
  /** In the head. */
  HEAD,
  /** In the body, in nothing more special. */
  BODY,
  /** In what the page marks as its article or main part. */
  ARTICLE,
  /** In what accompanies the article: navigation, comments, related stories, advertisements. */
  ASIDE,
  /** In a drawing (SVG) or a formula, whose titles are not the page's. */
  DRAWING;

  private static final Set<String> ASIDE_WORDS =
      Set.of(
          "comment",
          "comments",
          "commentlist",
          "disqus",
          "respond",
          "related",
          "sidebar",
          "widget",
          "recommended",
          "recommendations",
          "promo",
          "popular",
          "trending",
          "newsletter",
          "footer",
          "nav",
          "navigation",
          "menu",
          "breadcrumb",
          "breadcrumbs",
          "ad",
          "ads",
          "advert",
          "advertisement",
          "teaser",
          "teasers",
          "mostread",
          "ticker");

  /** These hold headings of their own. */
  private static final Set<String> CONSENT_WORDS = Set.of("cookie", "cookies", "consent", "gdpr");

  /**
   * The region of an element and of its children.
   *
   * @param holdsArticle whether a main heading or an article stands in the element; layouts are
   *     named after what stands beside the article, too
   */
  Region within(Element element, boolean holdsArticle) {
    return switch (element.normalName()) {
      case "svg", "math" -> DRAWING;
      case "head" -> this == BODY ? HEAD : this;
      case "body" -> this == DRAWING ? this : BODY;
      case "html" -> this;
      default -> this == BODY || this == ARTICLE ? inBody(element, holdsArticle) : this;
    };
  }

  private Region inBody(Element element, boolean holdsArticle) {
    String name = element.normalName();
    boolean aside =
        name.equals("aside")
            || name.equals("nav")
            || (name.equals("footer") && this == BODY)
            || (!holdsArticle && named(element, ASIDE_WORDS))
            || isComment(element)
            || named(element, CONSENT_WORDS);
    if (aside) {
      return ASIDE;
    }
    boolean article =
        name.equals("article")
            || name.equals("main")
            || element.attr("role").equals("main")
            || element.attr("itemprop").equals("articleBody")
            || element.hasClass("hentry");
    return article ? ARTICLE : this;
  }

  /** What readers wrote has authors and dates of its own. */
  private static boolean isComment(Element element) {
    String type = element.attr("itemtype");
    return element.attr("itemprop").equals("comment")
        || type.endsWith("/Comment")
        || type.endsWith("/UserComments");
  }

  private static boolean named(Element element, Set<String> words) {
    return holdsWord(element.attr("class"), words) || holdsWord(element.attr("id"), words);
  }

  /** Whether a token is one of the words or starts with one and a dash. */
  private static boolean holdsWord(String tokens, Set<String> words) {
    int length = Math.min(tokens.length(), 300);
    int start = 0;
    boolean first = true;
    for (int i = 0; i <= length; i++) {
      char c = i < length ? tokens.charAt(i) : ' ';
      boolean space = c <= ' ';
      if (space || c == '-' || c == '_') {
        if (first
            && i > start
            && words.contains(tokens.substring(start, i).toLowerCase(Locale.ROOT))) {
          return true;
        }
        first = space;
        start = i + 1;
      }
    }
    return false;
  }
}
