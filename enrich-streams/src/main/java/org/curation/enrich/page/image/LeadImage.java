package org.curation.enrich.page.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curation.enrich.page.html.LineText;
import org.curation.enrich.page.html.PageIndex;
import org.curation.enrich.page.html.Region;
import org.curation.enrich.page.html.Seen;
import org.curation.enrich.page.jsonld.LinkedNode;
import org.curation.enrich.page.value.Candidate;
import org.curation.enrich.page.value.Field;
import org.jsoup.nodes.Element;

/** The image that stands for a page: tagged ones first, else the best of the article's. */
public final class LeadImage {
  private static final List<String> TAGS =
      List.of(
          "og:image:secure_url",
          "og:image:url",
          "og:image",
          "twitter:image",
          "twitter:image:src",
          "twitter:image0");

  private static final List<String> LATE_TAGS =
      List.of(
          "thumbnailurl",
          "thumbnail",
          "sailthru.image.full",
          "sailthru.image.thumb",
          "parsely-image-url",
          "image",
          "msvalidate.image",
          "rbpubimage",
          "bt:image");

  private static final List<String> LAZY =
      List.of("data-src", "data-original", "data-lazy-src", "data-full-src", "data-url");

  private static final List<String> NAMES = List.of("image", "thumbnailurl");
  private static final int MOST_PROPERTIES = 8;
  private static final int SMALLEST = 120;
  private static final int WORTHY = 25;
  private static final int MOST_IMAGES = 60;
  private static final Pattern SIZE_IN_NAME = Pattern.compile("[^\\d](\\d{2,4})x(\\d{2,4})[^\\d]");

  private static final Pattern STYLED =
      Pattern.compile("(?i)(?:^|[;\\s])(width|height)\\s?:\\s?(\\d{1,5})(?:\\.\\d+)?px");

  private final PageIndex page;
  private final List<Candidate<String>> found = new ArrayList<>();

  private LeadImage(PageIndex page) {
    this.page = page;
  }

  /** The image of a page, as an absolute address. */
  public static Field<String> in(PageIndex page, Optional<LinkedNode> main) {
    LeadImage image = new LeadImage(page);
    image.look(main);
    return Field.first(image.found);
  }

  private void look(Optional<LinkedNode> main) {
    page.metas().candidates(TAGS).forEach(tag -> add(tag.value(), tag.source()));
    main.ifPresent(
        node -> {
          linked(node, "image");
          linked(node, "thumbnailUrl");
          linked(node, "primaryImageOfPage");
        });
    page.properties().stream()
        .filter(Seen::central)
        .map(Seen::element)
        .filter(element -> NAMES.contains(element.attr("itemprop").toLowerCase(Locale.ROOT)))
        .limit(MOST_PROPERTIES)
        .forEach(this::property);
    for (Element link : page.links()) {
      if (link.attr("rel").equalsIgnoreCase("image_src")) {
        add(link.attr("href"), "link:image_src");
      }
    }
    page.metas().candidates(LATE_TAGS).forEach(tag -> add(tag.value(), tag.source()));
    inArticle().ifPresent(said -> add(said, "img"));
  }

  private void property(Element element) {
    Element inner = element.selectFirst("img, [itemprop=url], link[href]");
    address(inner == null ? element : inner).ifPresent(said -> add(said, "itemprop:image"));
  }

  private void linked(LinkedNode node, String key) {
    for (LinkedNode image : node.nodes(key)) {
      image
          .text("url")
          .or(() -> image.text("contentUrl"))
          .or(() -> image.text("@id").filter(id -> id.indexOf('#') < 0))
          .ifPresent(said -> add(said, "json-ld:" + key));
    }
    node.plain(key).forEach(said -> add(said, "json-ld:" + key));
  }

  private void add(String said, String source) {
    page.resolve(LineText.clean(said).replace(" ", "%20"))
        .filter(address -> !ImageAddress.isNoPicture(address))
        .ifPresent(address -> found.add(new Candidate<>(address, source)));
  }

  private static Optional<String> address(Element element) {
    for (String attribute : List.of("src", "href", "content", "data-src")) {
      String said = element.attr(attribute);
      if (!said.isBlank() && !said.startsWith("data:")) {
        return Optional.of(said);
      }
    }
    return Optional.empty();
  }

  private Optional<String> inArticle() {
    String best = null;
    int most = WORTHY - 1;
    int place = 0;
    for (Seen seen : page.images()) {
      Optional<String> address = source(seen.element());
      if (seen.central() && address.isPresent() && place < MOST_IMAGES) {
        int score = score(seen, address.get()) - place++;
        if (score > most) {
          most = score;
          best = address.get();
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static Optional<String> source(Element image) {
    List<String> said = new ArrayList<>();
    LAZY.forEach(attribute -> said.add(image.attr(attribute)));
    said.add(image.attr("src"));
    String set = image.attr("srcset");
    if (!set.isBlank()) {
      said.add(LineText.cut(set, 2000).strip().split("[\\s,]", 2)[0]);
    }
    return said.stream().filter(one -> !one.isBlank() && !one.startsWith("data:")).findFirst();
  }

  private static int score(Seen seen, String address) {
    Element image = seen.element();
    if (ImageAddress.isDress(address) || ImageAddress.isNoPicture(address)) {
      return -1;
    }
    int width = number(image, "width");
    int height = number(image, "height");
    Matcher named = SIZE_IN_NAME.matcher(LineText.cut(address, 500));
    if (width == 0 && named.find()) {
      width = Integer.parseInt(named.group(1));
      height = Integer.parseInt(named.group(2));
    }
    if ((width > 0 && width < SMALLEST) || (height > 0 && height < SMALLEST * 2 / 3)) {
      return -1;
    }
    int score = seen.region() == Region.ARTICLE ? 20 : 5;
    score += Math.min(width, 1200) / 20;
    Element around = image.parent();
    boolean figure =
        around != null
            && (around.normalName().equals("figure") || around.normalName().equals("picture"));
    score += figure ? 15 : 0;
    score += image.attr("alt").length() > 10 ? 5 : 0;
    score += image.hasAttr("srcset") || image.hasAttr("data-src") ? 8 : 0;
    return score;
  }

  /** A size in pixels by its attribute or its style; 0 for none. */
  private static int number(Element image, String name) {
    String digits = image.attr(name).strip().replaceFirst("px$", "");
    if (digits.matches("\\d{1,5}")) {
      return Integer.parseInt(digits);
    }
    Matcher styled = STYLED.matcher(LineText.cut(image.attr("style"), 300));
    while (styled.find()) {
      if (styled.group(1).equalsIgnoreCase(name)) {
        return Integer.parseInt(styled.group(2));
      }
    }
    return 0;
  }
}
