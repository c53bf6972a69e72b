package org.curation.enrich.page.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.curation.enrich.page.html.PageIndex;
import org.curation.enrich.page.html.Seen;
import org.curation.enrich.page.jsonld.LinkedData;
import org.curation.enrich.page.jsonld.LinkedNode;
import org.curation.enrich.page.value.Candidate;
import org.curation.enrich.page.value.Field;
import org.jsoup.nodes.Element;

/**
 * What a page offers as its icon and as its logo. Nothing is fetched, and nothing is guessed: a
 * page that names no icon has none here.
 *
 * @param all every one, largest first
 * @param favicon the largest icon proper, else the smallest of those for phones' home screens
 * @param logo what linked data calls the logo, else the largest picture for home screens
 */
public record Icons(List<Icon> all, Field<String> favicon, Field<String> logo) {
  private static final Set<String> PHONES =
      Set.of("apple-touch-icon", "apple-touch-icon-precomposed", "fluid-icon");

  private static final Comparator<Icon> LARGEST = Comparator.comparingInt(Icons::known).reversed();
  private static final int MOST = 40;

  /** Copies the list. */
  public Icons {
    all = List.copyOf(all);
  }

  /** A drawing fits, but bitmaps of a known size are what every program shows. */
  private static int known(Icon icon) {
    return icon.size() == Icon.ANY ? 64 : icon.size();
  }

  /** The icons of a page. */
  public static Icons in(PageIndex page, LinkedData data, Optional<LinkedNode> main) {
    List<Icon> icons = new ArrayList<>();
    List<Icon> touch = new ArrayList<>();
    for (Element link : page.links()) {
      List<String> rel =
          List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+", 6));
      if (rel.contains("icon")) {
        add(icons, page, link.attr("href"), link, "link:icon");
      } else if (rel.stream().anyMatch(PHONES::contains)) {
        add(touch, page, link.attr("href"), link, "link:" + rel.get(0));
      }
    }
    page.metas()
        .first("msapplication-tileimage")
        .ifPresent(said -> add(touch, page, said, null, "meta:msapplication-tileimage"));
    icons.sort(LARGEST);
    touch.sort(LARGEST);
    List<Candidate<String>> favicon = candidates(icons);
    List<Icon> smallest = new ArrayList<>(touch);
    smallest.sort(LARGEST.reversed());
    favicon.addAll(candidates(smallest));
    List<Candidate<String>> logo = logos(page, data, main);
    logo.addAll(candidates(touch));
    List<Icon> all = new ArrayList<>(icons);
    all.addAll(touch);
    all.sort(LARGEST);
    return new Icons(all, Field.first(favicon), Field.first(logo));
  }

  private static List<Candidate<String>> candidates(List<Icon> icons) {
    List<Candidate<String>> candidates = new ArrayList<>();
    icons.forEach(icon -> candidates.add(new Candidate<>(icon.address(), icon.source())));
    return candidates;
  }

  private static void add(
      List<Icon> into,
      PageIndex page,
      String said,
      @org.jspecify.annotations.Nullable Element link,
      String source) {
    if (into.size() < MOST) {
      page.resolve(said)
          .ifPresent(
              address ->
                  into.add(
                      new Icon(
                          address,
                          link == null ? 0 : size(link.attr("sizes")),
                          link == null || link.attr("type").isBlank() ? null : link.attr("type"),
                          source)));
    }
  }

  private static int size(String sizes) {
    int largest = 0;
    for (String each : sizes.toLowerCase(Locale.ROOT).strip().split("\\s+", 10)) {
      if (each.equals("any")) {
        return Icon.ANY;
      }
      if (each.matches("\\d{1,4}x\\d{1,4}")) {
        String[] sides = each.split("x");
        largest =
            Math.max(largest, Math.max(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])));
      }
    }
    return largest;
  }

  private static List<Candidate<String>> logos(
      PageIndex page, LinkedData data, Optional<LinkedNode> main) {
    List<Candidate<String>> found = new ArrayList<>();
    List<LinkedNode> owners = new ArrayList<>();
    main.ifPresent(node -> owners.addAll(node.nodes("publisher")));
    data.nodes().stream()
        .filter(node -> node.is("organization") || node.is("newsmediaorganization"))
        .forEach(owners::add);
    for (LinkedNode owner : owners) {
      List<String> said = new ArrayList<>(owner.plain("logo"));
      owner
          .nodes("logo")
          .forEach(logo -> logo.text("url").or(() -> logo.text("contentUrl")).ifPresent(said::add));
      said.forEach(one -> resolve(page, one, "json-ld:logo", found));
    }
    page.metas()
        .candidates(List.of("og:logo"))
        .forEach(tag -> resolve(page, tag.value(), tag.source(), found));
    for (Seen seen : page.properties()) {
      if (seen.element().attr("itemprop").equalsIgnoreCase("logo")) {
        String source = seen.element().attr("src");
        resolve(
            page, source.isBlank() ? seen.element().attr("href") : source, "itemprop:logo", found);
      }
    }
    return found;
  }

  private static void resolve(
      PageIndex page, String said, String source, List<Candidate<String>> into) {
    if (into.size() < MOST) {
      page.resolve(said).ifPresent(address -> into.add(new Candidate<>(address, source)));
    }
  }
}
