package org.curation.enrich.page.html;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * One meta element that has both a name and a content.
 *
 * @param names in lower case, from whichever attribute has them, in the order of the attributes
 * @param content white space at its ends removed; never empty
 * @param head whether it stands in the head
 * @param named whether it has more of a name than a property of microdata
 */
public record MetaTag(List<String> names, String content, boolean head, boolean named) {
  private static final List<String> ATTRIBUTES =
      List.of("property", "name", "itemprop", "http-equiv");

  private static final int MAX_NAME = 100;
  private static final int MAX_CONTENT = 20_000;

  static List<MetaTag> of(Element element, Region region) {
    String content = element.attr("content").strip();
    if (content.isEmpty()) {
      return List.of();
    }
    Set<String> names = new LinkedHashSet<>();
    for (String attribute : ATTRIBUTES) {
      names(element.attr(attribute), names);
    }
    return names.isEmpty()
        ? List.of()
        : List.of(
            new MetaTag(
                List.copyOf(names),
                LineText.cut(content, MAX_CONTENT),
                region == Region.HEAD,
                element.hasAttr("name")
                    || element.hasAttr("property")
                    || !element.hasAttr("itemprop")));
  }

  private static void names(String attribute, Set<String> names) {
    if (attribute.isBlank() || attribute.length() > 4 * MAX_NAME) {
      return;
    }
    String all = attribute.strip().toLowerCase(Locale.ROOT);
    List<String> parts = new ArrayList<>(List.of(all.split("\\s+", 8)));
    // "og:title dc:title" is two names; "Publish Date" is one.
    boolean list = parts.stream().allMatch(part -> part.indexOf(':') > 0 || part.indexOf('.') > 0);
    for (String name : list ? parts : List.of(String.join(" ", parts))) {
      if (name.length() <= MAX_NAME) {
        names.add(name);
      }
    }
  }
}
