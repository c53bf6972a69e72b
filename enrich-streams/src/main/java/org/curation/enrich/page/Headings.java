package org.curation.enrich.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curation.enrich.page.html.LineText;
import org.curation.enrich.page.html.PageIndex;
import org.curation.enrich.page.html.Seen;
import org.curation.enrich.page.html.WebAddress;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The headings that readers see.
 *
 * @param first of first order and of the page's content
 * @param second of second order
 * @param site headings of first order that only name the site, as blogs have above each page
 * @param beside short texts right before or behind the only one of first order
 */
record Headings(List<String> first, List<String> second, List<String> site, List<String> beside) {
  private static final int MOST = 10;
  private static final int LONGEST = 400;
  private static final int KICKER = 80;

  /** Some headings hold the day above their own words. */
  private static final Pattern DAY =
      Pattern.compile("\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?\\d{4}\\s?(?:[|:–-]\\s?)?(?=\\p{L})");

  private static final Pattern SITE =
      Pattern.compile("logo|brand|(?:site|blog)-?_?(?:title|name)|masthead|navbar");

  Headings {
    first = List.copyOf(first);
    second = List.copyOf(second);
    site = List.copyOf(site);
    beside = List.copyOf(beside);
  }

  static Headings in(PageIndex page) {
    List<String> first = new ArrayList<>();
    List<String> site = new ArrayList<>();
    List<String> beside = new ArrayList<>();
    for (Seen seen : page.headings()) {
      String text = text(seen.element());
      if (seen.central() && !text.isEmpty() && first.size() < MOST && site.size() < MOST) {
        List<String> into = namesSite(page, seen.element()) ? site : first;
        if (!into.contains(text)) {
          into.add(text);
          if (into == first) {
            beside(seen.element(), beside);
          }
        }
      }
    }
    if (first.isEmpty()) {
      page.standIns().stream().map(seen -> text(seen.element())).forEach(first::add);
    }
    return new Headings(
        first,
        page.subheadings().stream()
            .filter(Seen::central)
            .limit(MOST)
            .map(seen -> text(seen.element()))
            .toList(),
        site,
        first.size() == 1 ? beside : List.of());
  }

  private static void beside(Element heading, List<String> into) {
    for (@Nullable Element sibling :
        Arrays.asList(heading.previousElementSibling(), heading.nextElementSibling())) {
      String text = sibling == null ? "" : LineText.clean(LineText.of(sibling, KICKER + 1));
      if (!text.isEmpty() && text.length() <= KICKER) {
        into.add(text);
      }
    }
  }

  /**
   * What a text says behind the line above the heading, when it is that line and the heading; else
   * the text.
   */
  String lessKicker(String text) {
    if (beside.isEmpty()) {
      return text;
    }
    String heading = first.get(0);
    String folded = LineText.folded(text);
    String end = LineText.folded(heading);
    boolean both =
        folded.length() > end.length()
            && folded.endsWith(end)
            && beside.stream().anyMatch(line -> (LineText.folded(line) + end).equals(folded));
    return both ? heading : text;
  }

  private static String text(Element element) {
    String text = LineText.clean(LineText.of(element, LONGEST));
    Matcher day = DAY.matcher(text);
    return day.lookingAt() ? text.substring(day.end()) : text;
  }

  /** By its own name, its parent's, or because all that it is leads to the site's entry. */
  private static boolean namesSite(PageIndex page, Element heading) {
    Element parent = heading.parent();
    Element link = heading.selectFirst("a[href]");
    return named(heading)
        || (parent != null && named(parent))
        || (link != null
            && text(link).equals(text(heading))
            && (link.attr("rel").equals("home")
                || page.resolve(link.attr("href")).map(WebAddress::isHome).orElse(false)));
  }

  private static boolean named(Element element) {
    String names = LineText.cut(element.attr("class") + " " + element.attr("id"), 200);
    return SITE.matcher(names.toLowerCase(Locale.ROOT)).find();
  }
}
