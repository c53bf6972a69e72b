package org.curation.enrich.page.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Tells which lower heading is the page's own where there is no main heading. Pure. */
final class StandIn {
  private static final int LONGEST = 300;
  private static final int MOST = 200;
  private static final int FEWEST_LETTERS = 6;

  private StandIn() {}

  /**
   * The only heading that the title begins or ends with, else the only one that leads to the page
   * itself; lists of stories have several of those.
   */
  static Optional<Element> among(List<Element> headings, Document document, @Nullable String url) {
    Element said = document.head().selectFirst("title");
    String title = said == null ? "" : LineText.folded(LineText.clean(LineText.of(said, LONGEST)));
    List<Element> titled = new ArrayList<>();
    List<Element> linked = new ArrayList<>();
    for (Element heading : headings.subList(0, Math.min(MOST, headings.size()))) {
      String text = LineText.folded(LineText.of(heading, LONGEST));
      if (text.length() >= FEWEST_LETTERS) {
        boolean end = title.startsWith(text) || title.endsWith(text);
        if (end && 3 * text.length() >= title.length()) {
          titled.add(heading);
        } else if (url != null && leadsTo(url, heading)) {
          linked.add(heading);
        }
      }
    }
    return only(titled).or(() -> titled.isEmpty() ? only(linked) : Optional.empty());
  }

  private static Optional<Element> only(List<Element> found) {
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static boolean leadsTo(String url, Element heading) {
    Element link = heading.selectFirst("a[href]");
    return link != null
        && !WebAddress.isHome(url)
        && url.indexOf('?') < 0
        && link.attr("href").length() > 1
        && WebAddress.resolve(url, LineText.cut(link.attr("href"), 500))
            .map(WebAddress::identity)
            .filter(WebAddress.identity(url)::equals)
            .isPresent();
  }
}
