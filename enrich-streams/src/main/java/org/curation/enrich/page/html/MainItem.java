package org.curation.enrich.page.html;

import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Microdata of what the page is about. Pure. */
public final class MainItem {
  private static final String SCOPED = "itemscope";

  private MainItem() {}

  /**
   * Whether a property is central, or stands aside in the article but belongs to its item; those of
   * other stories have items of their own.
   */
  public static boolean holds(Seen property) {
    if (property.central()) {
      return true;
    }
    if (property.region() != Region.ASIDE) {
      return false;
    }
    Element parent = property.element().parent();
    @Nullable Element item = parent == null ? null : parent.closest("[" + SCOPED + "]");
    return item != null
        && isArticle(item.attr("itemtype").toLowerCase(Locale.ROOT))
        && item.closest("aside, nav, footer") == null
        && !item.hasAttr("itemprop");
  }

  private static boolean isArticle(String type) {
    return type.endsWith("article") || type.endsWith("blogposting");
  }
}
