package org.curation.enrich.page.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * What authors of pages give away by the names of their classes and ids, and by roles and styles.
 * Pure; reads a bounded part of each attribute.
 */
final class Hints {
  private static final int LONGEST = 400;
  private static final int WEIGHT = 25;

  private static final List<String> ASIDE =
      List.of(
          "-ad-",
          "ad-break",
          "agegate",
          "ai2html",
          "banner",
          "breadcrumb",
          "combx",
          "comment",
          "community",
          "consent",
          "cookie",
          "cover-wrap",
          "disqus",
          "extra",
          "footer",
          "gdpr",
          "header",
          "legends",
          "menu",
          "newsletter",
          "pager",
          "pagination",
          "paywall",
          "popup",
          "related",
          "remark",
          "replies",
          "rss",
          "shoutbox",
          "sidebar",
          "skyscraper",
          "social",
          "sponsor",
          "subscribe",
          "supplemental",
          "yom-remote");
  private static final List<String> PERHAPS =
      List.of("and", "article", "body", "column", "content", "main", "mathjax", "shadow");
  private static final List<String> GOOD =
      List.of(
          "article", "blog", "body", "content", "entry", "main", "page", "post", "story", "text");
  private static final List<String> BAD =
      List.of(
          "-ad-",
          "banner",
          "com-",
          "combx",
          "comment",
          "contact",
          "footer",
          "gdpr",
          "hidden",
          "masthead",
          "media",
          "meta",
          "outbrain",
          "promo",
          "related",
          "scroll",
          "share",
          "shopping",
          "shoutbox",
          "sidebar",
          "skyscraper",
          "sponsor",
          "tags",
          "widget");
  private static final List<String> AUTHOR =
      List.of("author", "byline", "dateline", "p-author", "writtenby");
  private static final List<String> PICTURE =
      List.of("caption", "photo-credit", "image-credit", "img-credit");
  private static final Set<String> SIDE_ROLES =
      Set.of(
          "alert",
          "alertdialog",
          "complementary",
          "contentinfo",
          "dialog",
          "menu",
          "menubar",
          "navigation",
          "search");

  private Hints() {}

  /** Whether an element is beside the text, by all that is known of it. */
  static boolean aside(Element element) {
    if (SIDE_ROLES.contains(element.attr("role"))) {
      return true;
    }
    String names = names(element);
    return !names.isBlank() && has(names, ASIDE) && !has(names, PERHAPS);
  }

  /** How much better or worse than others an element's text is, from -50 to 50. */
  static int weight(Element element) {
    return weight(lower(element.className())) + weight(lower(element.id()));
  }

  private static int weight(String name) {
    if (name.isBlank()) {
      return 0;
    }
    boolean bad = has(name, BAD) || name.equals("hid") || name.contains(" hid ");
    return (bad ? -WEIGHT : 0) + (has(name, GOOD) ? WEIGHT : 0);
  }

  /** Whether an element names the author or the date. */
  static boolean byline(Element element) {
    return element.attr("rel").equals("author")
        || element.attr("itemprop").contains("author")
        || has(names(element), AUTHOR);
  }

  /** Whether an element says what a picture shows. */
  static boolean caption(Element element) {
    return has(names(element), PICTURE);
  }

  /** Whether an element shares the page with others. */
  static boolean share(Element element) {
    return names(element).contains("share");
  }

  /** Whether nobody sees an element. */
  static boolean hidden(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    String style = lower(element.attr("style")).replace(" ", "");
    return element.hasAttr("hidden")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || (element.attr("aria-hidden").equals("true")
            && !element.className().contains("fallback-image"))
        || (element.attr("aria-modal").equals("true") && element.attr("role").equals("dialog"));
  }

  private static String names(Element element) {
    return element.attributesSize() == 0
        ? ""
        : lower(element.className()) + " " + lower(element.id());
  }

  private static String lower(String text) {
    String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return bounded.toLowerCase(Locale.ROOT);
  }

  private static boolean has(String names, List<String> parts) {
    for (String part : parts) {
      if (names.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
