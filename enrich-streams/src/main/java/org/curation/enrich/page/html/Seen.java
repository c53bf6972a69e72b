package org.curation.enrich.page.html;

import org.jsoup.nodes.Element;

/** An element that could say something, and where it stands. */
public record Seen(Element element, Region region) {
  /** Whether it belongs to what the page is about. */
  public boolean central() {
    return region == Region.ARTICLE || region == Region.BODY || region == Region.HEAD;
  }
}
