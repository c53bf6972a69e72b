package org.curation.enrich.page.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The walk that fills an index: each node once, lists and nodes bounded, no recursion. */
final class PageWalk implements NodeFilter {
  /** What only a page's own content has; teasers of others are articles, too. */
  private static final String CONTENT =
      "h1, main, [role=main], .entry-content, .post-body, .post-content, .article-body,"
          + " [itemprop=articleBody]";

  private static final Set<String> LOWER = Set.of("h2", "h3", "h4");

  private static final int MAX_NODES = 300_000;
  private static final int MAX_LIST = 400;
  private static final int MAX_LINKED_DATA = 60;
  private static final int MAX_DATE_TEXTS = 80;
  private static final int MAX_DATE_TEXT = 120;
  private static final int MAX_AUTHOR_TEXTS = 6;

  /** At the start, behind a word for publishing, or behind a date. */
  private static final Pattern BY =
      Pattern.compile(
          "(?iu)(?:^|\\d[,.]?\\s(?:uhr\\s)?|[|·•–-]\\s|\\b(?:written|posted|published|submitted|created|geschrieben"
              + "|verfasst|veröffentlicht|publié|escrito|publicado)\\s)"
              + "(?:by|von|par|por|door)\\s?:?(?=\\s\\p{L}|$)\\s?");

  private static final int MOST_AROUND = 6;
  private static final int MOST_HOME_LINKS = 6;
  private static final int MOST_HOME_HREF = 100;
  private static final Pattern LABEL =
      Pattern.compile("(?iu)(?:authors?|autor(?:in|en|es)?|auteurs?|autore|author\\(s\\))\\s?:?");
  private static final Pattern DAY_PATH = Pattern.compile("/(?:19|20)\\d\\d(?:/\\d{1,2}){0,2}/?$");

  /** A path to somebody's page. */
  private static final Pattern PERSON_PATH =
      Pattern.compile(
          "/(?:authors?|autor(?:es|en)?|auteurs?|autori|users?|profiles?|people|by|contributors?|journalists?)/|/@\\w");

  /** Days with a year of two digits count where nothing else stands, near the heading. */
  private static final Pattern SHORT_YEAR =
      Pattern.compile("^[\\s,|/·]{0,12}\\d{1,2}\\.\\s?\\d{1,2}\\.\\d{2}(?![\\d.])");

  private static final int SHORT_NAME = 60;
  private static final int SHORT_DATE = 24;
  private static final int LONG = 70;

  private static final Set<String> AGO = Set.of("relative-time", "time-ago", "time-until");

  private static final Set<String> NAMING = Set.of("a", "span", "strong", "b", "em", "i", "cite");

  private static final Pattern BYLINE =
      Pattern.compile(
          "byline|submitted|author|writer|written-?by|by-line|posted-?by|autor|auteur|redakteur|contributor"
              + "|reporter|credit-name|\\bcreator\\b");

  private static final Pattern ABOUT = Pattern.compile("about-?_?(?:the-?_?)?author|\\breview\\b");
  private static final Set<String> WHOLE = Set.of("article", "main", "section");

  private static final Pattern DATED =
      Pattern.compile(
          "date|submitted|published|pubtime|posted|timestamp|post-time|entry-time|datum|fecha");

  private final PageIndex index;
  private final List<Region> regions = new ArrayList<>();
  private final Set<Element> holders = Collections.newSetFromMap(new IdentityHashMap<>());
  private int nodes;
  private int characters;

  /** Whether the main heading was left, a long text behind it seen, and the text is between. */
  private boolean heading;

  /** What is in the main heading's place where there is none. */
  private Optional<Element> standIn = Optional.empty();

  private boolean below;
  private boolean atTop;

  PageWalk(PageIndex index) {
    this.index = index;
  }

  void through(Document document) {
    List<Element> lower = new ArrayList<>();
    boolean headed = false;
    for (Element holder : document.select(CONTENT + ", h2, h3, h4")) {
      if (LOWER.contains(holder.normalName())) {
        lower.add(holder);
      } else {
        headed = headed || holder.normalName().equals("h1");
        hold(holder);
      }
    }
    if (!headed) {
      standIn = StandIn.among(lower, document, index.url());
      standIn.ifPresent(this::hold);
    }
    document.filter(this);
  }

  private void hold(Element holder) {
    for (Element at = holder; at != null && holders.add(at); at = at.parent()) {
      // Up to where another one's way was marked.
    }
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (++nodes > MAX_NODES) {
      return FilterResult.STOP;
    }
    Region around = depth == 0 || regions.isEmpty() ? Region.BODY : regions.get(depth - 1);
    Region here = around;
    if (node instanceof Element element && !(node instanceof Document)) {
      here = around.within(element, holders.contains(element));
      if (here != Region.DRAWING) {
        element(element, here);
      }
    } else if (node instanceof TextNode text) {
      text(text, here);
    }
    while (regions.size() <= depth) {
      regions.add(here);
    }
    regions.set(depth, here);
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    return FilterResult.CONTINUE;
  }

  private void element(Element element, Region region) {
    Seen seen = new Seen(element, region);
    switch (element.normalName()) {
      case "meta" -> addAll(index.tags, MetaTag.of(element, region));
      case "link" -> {
        if (element.hasAttr("rel") && element.hasAttr("href")) {
          add(index.links, element);
        }
      }
      case "title" -> add(index.titles, element);
      case "h1" -> {
        add(index.headings, seen);
        if (index.headingPlace < 0 && seen.central()) {
          index.headingPlace = characters;
        }
      }
      case "h2" -> {
        add(index.subheadings, seen);
        standIn(seen);
      }
      case "h3", "h4" -> {
        standIn(seen);
        marked(element, seen);
      }
      case "a" -> {
        home(element);
        marked(element, seen);
      }
      case "time" -> add(index.times, seen);
      case "img" -> add(index.images, seen);
      case "script" -> script(element);
      default -> marked(element, seen);
    }
    if (element.hasAttr("itemprop") && !element.normalName().equals("meta")) {
      add(index.properties, seen);
    }
  }

  private void standIn(Seen seen) {
    if (seen.central() && standIn.filter(found -> found == seen.element()).isPresent()) {
      index.standIns.add(seen);
      index.headingPlace = characters;
    }
  }

  private void home(Element link) {
    String href = link.attr("href");
    if (index.homeLinks.size() < MOST_HOME_LINKS
        && href.length() < MOST_HOME_HREF
        && (href.equals("/")
            || (href.startsWith("http")
                && WebAddress.isHome(href)
                && (index.url() == null
                    || WebAddress.host(href).equals(WebAddress.host(index.url())))))) {
      index.homeLinks.add(link);
    }
  }

  private void script(Element element) {
    if (index.linkedData.size() < MAX_LINKED_DATA
        && element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
      index.linkedData.add(element.data());
    }
  }

  private void marked(Element element, Seen seen) {
    if (element.attributesSize() == 0) {
      return;
    }
    if (element.attr("rel").toLowerCase(Locale.ROOT).contains("author")) {
      add(index.authors, seen);
    }
    String names =
        LineText.cut(element.attr("class") + " " + element.attr("id"), 300)
            .toLowerCase(Locale.ROOT);
    if (names.length() < 4 || element.normalName().equals("body")) {
      return;
    }
    // The class of a whole article names who wrote it, but its text is the article's.
    if (BYLINE.matcher(names).find()
        && !ABOUT.matcher(names).find()
        && !WHOLE.contains(element.normalName())) {
      add(index.bylines, seen);
    }
    if (DATED.matcher(names).find() && !AGO.contains(element.normalName())) {
      add(index.dated, seen);
    }
  }

  private void text(TextNode text, Region region) {
    String whole = text.getWholeText();
    int place = characters;
    characters += whole.length();
    if (index.headingPlace >= 0 && !whole.isBlank()) {
      heading = heading || place > index.headingPlace;
      atTop = !below && heading;
      below =
          below || (heading && whole.length() > LONG && LineText.collapse(whole).length() > LONG);
    }
    if ((region != Region.BODY && region != Region.ARTICLE) || whole.length() > 400) {
      return;
    }
    if (index.dateTexts.size() < MAX_DATE_TEXTS) {
      date(text, whole, place);
    }
    if (index.authorTexts.size() < MAX_AUTHOR_TEXTS && whole.length() < 2 * MAX_DATE_TEXT) {
      author(text, LineText.collapse(whole));
    }
  }

  private void date(TextNode text, String whole, int place) {
    boolean year = holdsYear(whole);
    if (!year && (whole.length() > 2 * SHORT_DATE || !SHORT_YEAR.matcher(whole).find())) {
      return;
    }
    String line = dateline(LineText.collapse(whole));
    if (line.length() <= (year ? MAX_DATE_TEXT : SHORT_DATE)
        && !Prose.tellsOther(line)
        && !ofAnother(text)) {
      PageIndex.Shown shown = new PageIndex.Shown(TextBefore.of(text), line, atTop);
      index.dateTexts.add(new PageIndex.Placed(shown, place, !year));
    }
  }

  /** "(18.1.2018) A story begins" is cut behind the date. */
  private static String dateline(String line) {
    int end = line.startsWith("(") ? line.indexOf(')') : -1;
    return end > 0 && end < 2 * SHORT_DATE ? line.substring(0, end + 1) : line;
  }

  /** "by" alone with a name in the next element, or with the name behind it. */
  private void author(TextNode text, String line) {
    if (line.length() < 2 || line.length() > MAX_DATE_TEXT || Prose.namesOther(text, line)) {
      return;
    }
    Optional<String> behind = BylineWords.behind(line);
    if (behind.isPresent() || BylineWords.isReporter(line)) {
      index.authorTexts.add(behind.orElse(line));
      return;
    }
    labelled(text, line);
    Matcher by = BY.matcher(line);
    if (!by.find()) {
      return;
    }
    if (by.end() < line.length()) {
      index.authorTexts.add(line.substring(by.end()));
    } else {
      String name = next(text);
      if (!name.isEmpty()) {
        index.authorTexts.add(name);
      }
    }
  }

  /** "Author" in an element of its own, ": Somebody" behind it. */
  private void labelled(TextNode text, String line) {
    boolean colon = line.startsWith(":") && line.length() > 3;
    if (colon
        && line.length() < SHORT_NAME
        && index.labelledAuthors.size() < MAX_AUTHOR_TEXTS
        && LABEL.matcher(TextBefore.of(text)).matches()) {
      index.labelledAuthors.add(line.substring(1).strip());
    } else if (line.endsWith(":")
        && line.length() < SHORT_NAME
        && index.labelledAuthors.size() < MAX_AUTHOR_TEXTS
        && LABEL.matcher(line).matches()) {
      String name = next(text);
      if (!name.isEmpty()) {
        index.labelledAuthors.add(name);
      }
    }
  }

  /** The name in the element behind a lone "by". */
  private static String next(TextNode text) {
    if (text.nextSibling() instanceof Element next && NAMING.contains(next.normalName())) {
      return LineText.of(next, MAX_DATE_TEXT);
    }
    Element around = text.parent() instanceof Element parent ? parent : null;
    Element beside = around == null ? null : around.nextElementSibling();
    if (beside == null || text.nextSibling() != null) {
      return "";
    }
    Element link = beside.selectFirst("a[href]");
    return link != null && PERSON_PATH.matcher(LineText.cut(link.attr("href"), 500)).find()
        ? LineText.of(link, MAX_DATE_TEXT)
        : "";
  }

  /**
   * Whether a date is of another story: in a link to it, in a quotation, or where the page counts
   * "two days ago" itself, as beside entries of a list.
   */
  private boolean ofAnother(TextNode text) {
    Node at = text.parent();
    for (int up = 0; up < MOST_AROUND && at instanceof Element element; up++) {
      String name = element.normalName();
      if (name.equals("blockquote")
          || AGO.contains(name)
          || (name.equals("a") && leadsAway(element.attr("href")))) {
        return true;
      }
      at = element.parent();
    }
    return false;
  }

  /** To no archive of a day and not to the page itself. */
  private boolean leadsAway(String href) {
    String url = index.url();
    return !href.isEmpty()
        && href.charAt(0) != '#'
        && !DAY_PATH.matcher(LineText.cut(href, 500)).find()
        && (url == null || !WebAddress.identity(url).endsWith(ending(href)));
  }

  private static String ending(String href) {
    String id = WebAddress.identity(LineText.cut(href, 500));
    return id.isEmpty() ? "\n" : id;
  }

  private static boolean holdsYear(String text) {
    for (int i = 0; i + 3 < text.length(); i++) {
      int first = digit(text.charAt(i));
      if ((first == 1 && digit(text.charAt(i + 1)) == 9
              || first == 2 && digit(text.charAt(i + 1)) == 0)
          && digit(text.charAt(i + 2)) >= 0
          && digit(text.charAt(i + 3)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static int digit(char c) {
    if (c < 128) {
      return c >= '0' && c <= '9' ? c - '0' : -1;
    }
    return Character.digit(c, 10);
  }

  private static <T> void add(List<T> list, T value) {
    if (list.size() < MAX_LIST) {
      list.add(value);
    }
  }

  private static <T> void addAll(List<T> list, List<T> values) {
    values.forEach(value -> add(list, value));
  }
}
