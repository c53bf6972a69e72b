package org.curation.enrich.page.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A parsed page and all of its elements that could say something about it, found in one walk. The
 * tree is read only. Belongs to one thread.
 */
public final class PageIndex {
  /** Longest text that is parsed, in characters; the rest of a page is left out. */
  public static final int MAX_CHARACTERS = 2 * 1024 * 1024;

  final List<Element> links = new ArrayList<>();
  final List<Element> titles = new ArrayList<>();
  final List<Element> homeLinks = new ArrayList<>();
  final List<Seen> headings = new ArrayList<>();
  final List<Seen> subheadings = new ArrayList<>();
  final List<Seen> times = new ArrayList<>();
  final List<Seen> properties = new ArrayList<>();
  final List<Seen> authors = new ArrayList<>();
  final List<Seen> bylines = new ArrayList<>();
  final List<Seen> dated = new ArrayList<>();
  final List<Seen> images = new ArrayList<>();
  final List<String> linkedData = new ArrayList<>();
  final List<Placed> dateTexts = new ArrayList<>();
  final List<String> authorTexts = new ArrayList<>();
  final List<String> labelledAuthors = new ArrayList<>();
  final List<Seen> standIns = new ArrayList<>();
  final List<MetaTag> tags = new ArrayList<>();

  int headingPlace = -1;

  private static final int NEAR = 600;

  /**
   * A text and how many characters of text stand before it; a weak one must be near the heading.
   */
  record Placed(Shown shown, int place, boolean weak) {}

  /**
   * A short text that readers see.
   *
   * @param label what stands right before it; may be empty
   * @param atTop whether it stands between the main heading and the first long text
   */
  public record Shown(String label, String text, boolean atTop) {}

  private final Document document;
  private final @Nullable String url;
  private final @Nullable String base;
  private final Metas metas;

  private PageIndex(Document document, @Nullable String url) {
    this.document = document;
    this.url = url;
    new PageWalk(this).through(document);
    this.metas = new Metas(tags);
    Element said = document.selectFirst("base[href]");
    this.base =
        said == null
            ? url
            : WebAddress.resolve(url, said.attr("href")).filter(this::isReachable).orElse(url);
  }

  /**
   * Parses a page. Any text gives a result.
   *
   * @param url where the page was found; null or nonsense when that isn't known
   */
  public static PageIndex of(String html, @Nullable String url) {
    return new PageIndex(Jsoup.parse(LineText.cut(html, MAX_CHARACTERS)), url);
  }

  /** The tree; not to be changed. */
  public Document document() {
    return document;
  }

  /** Where the page was found. */
  public @Nullable String url() {
    return url;
  }

  /**
   * An address in the page made absolute; nothing for one in a network of its writer's own, unless
   * the page is there itself.
   */
  public Optional<String> resolve(String address) {
    return WebAddress.resolve(base, address).filter(this::isReachable);
  }

  private boolean isReachable(String address) {
    String host = WebAddress.host(address);
    return !LocalHosts.contain(host) || host.equals(WebAddress.host(url));
  }

  /** The meta elements. */
  public Metas metas() {
    return metas;
  }

  /** Elements {@code link} with a rel and an href. */
  public List<Element> links() {
    return links;
  }

  /** The first links to the entry of the page's own site. */
  public List<Element> homeLinks() {
    return homeLinks;
  }

  /** Elements {@code title} outside of drawings. */
  public List<Element> titles() {
    return titles;
  }

  /** Elements {@code h1}. */
  public List<Seen> headings() {
    return headings;
  }

  /** Of a page without {@code h1}, the lower heading that stands for it; at most one. */
  public List<Seen> standIns() {
    return standIns;
  }

  /** Elements {@code h2}. */
  public List<Seen> subheadings() {
    return subheadings;
  }

  /** Elements {@code time}. */
  public List<Seen> times() {
    return times;
  }

  /** Elements with an itemprop, but meta elements. */
  public List<Seen> properties() {
    return properties;
  }

  /** Links to an author ({@code rel=author}). */
  public List<Seen> authors() {
    return authors;
  }

  /** Elements whose class or id says byline or author. */
  public List<Seen> bylines() {
    return bylines;
  }

  /** Elements whose class or id says that a date stands there. */
  public List<Seen> dated() {
    return dated;
  }

  /** Elements {@code img}. */
  public List<Seen> images() {
    return images;
  }

  /** Texts of scripts of linked data. */
  public List<String> linkedData() {
    return linkedData;
  }

  /** Short texts in the article or body that begin or end like "by Somebody", in their order. */
  public List<String> authorTexts() {
    return authorTexts;
  }

  /** Short texts behind a label like "Author". */
  public List<String> labelledAuthors() {
    return labelledAuthors;
  }

  /**
   * Short texts in the article or body that hold a year: those near the main heading first, and of
   * those rather the ones below it; in their order when there is no heading.
   */
  public List<Shown> dateTexts() {
    List<Placed> ordered = new ArrayList<>(dateTexts);
    if (headingPlace >= 0) {
      ordered.sort(Comparator.comparingInt(this::distance));
    }
    return ordered.stream()
        .filter(text -> !text.weak() || (headingPlace >= 0 && distance(text) <= NEAR))
        .map(Placed::shown)
        .toList();
  }

  private int distance(Placed text) {
    int below = text.place() - headingPlace;
    return below >= 0 ? below : -3 * below;
  }
}
