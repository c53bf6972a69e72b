package org.curation.enrich.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.curation.enrich.page.html.PageIndex;
import org.curation.enrich.page.html.WebAddress;
import org.curation.enrich.page.jsonld.LinkedNode;
import org.curation.enrich.page.value.Candidate;
import org.curation.enrich.page.value.Field;
import org.jsoup.nodes.Element;

/**
 * The address that a page wants to be known by. A site's entry is not believed to be the address of
 * a page inside of the site.
 */
final class Canonical {
  private Canonical() {}

  static Field<String> in(PageIndex page, Optional<LinkedNode> main) {
    List<Candidate<String>> found = new ArrayList<>();
    for (boolean head : new boolean[] {true, false}) {
      for (Element link : linked(page, "canonical")) {
        if ((link.closest("head") != null) == head) {
          add(page, link.attr("href"), "link:canonical", found);
        }
      }
    }
    page.metas()
        .candidates(List.of("og:url", "twitter:url"))
        .forEach(tag -> add(page, tag.value(), tag.source(), found));
    main.ifPresent(
        node -> {
          node.plain("url").forEach(url -> add(page, url, "json-ld:url", found));
          node.plain("mainEntityOfPage")
              .forEach(url -> add(page, url, "json-ld:mainEntityOfPage", found));
        });
    Candidate<String> chosen =
        found.stream().filter(each -> believed(each.value(), page.url())).findFirst().orElse(null);
    return Field.of(chosen, found);
  }

  /** The page's form for phones. */
  static Field<String> amp(PageIndex page) {
    List<Candidate<String>> found = new ArrayList<>();
    linked(page, "amphtml").forEach(link -> add(page, link.attr("href"), "link:amphtml", found));
    return Field.first(found);
  }

  private static List<Element> linked(PageIndex page, String rel) {
    return page.links().stream()
        .filter(
            link ->
                List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+", 6))
                    .contains(rel))
        .toList();
  }

  private static void add(
      PageIndex page, String said, String source, List<Candidate<String>> into) {
    page.resolve(said).ifPresent(address -> into.add(new Candidate<>(address, source)));
  }

  private static boolean believed(String address, @org.jspecify.annotations.Nullable String url) {
    return url == null
        || WebAddress.host(url).isEmpty()
        || !WebAddress.isHome(address)
        || WebAddress.isHome(url);
  }
}
