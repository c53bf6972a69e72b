package org.curation.enrich.page.date;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.curation.enrich.page.date.DateLabels.Meaning;
import org.curation.enrich.page.html.LineText;
import org.curation.enrich.page.html.MainItem;
import org.curation.enrich.page.html.PageIndex;
import org.curation.enrich.page.html.Seen;
import org.curation.enrich.page.html.TextBefore;
import org.curation.enrich.page.jsonld.LinkedData;
import org.curation.enrich.page.jsonld.LinkedNode;
import org.curation.enrich.page.value.Candidate;
import org.curation.enrich.page.value.Field;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * When a page was published and changed. What machines are told comes first, then marked elements,
 * the address, and at last what only readers see.
 */
public final class PageDates {
  /** A range of days, as events have. */
  private static final Pattern RANGE =
      Pattern.compile(
          "(?<![\\d:./-])\\d{1,2}(?:\\.|st|nd|rd|th)?(?:\\s\\p{L}{3,12})?\\s?(?:[-–—]|\\b(?:to|bis)\\b)"
              + "\\s?\\d{1,2}(?:\\.|st|nd|rd|th)?\\s(?:of\\s|de\\s)?\\p{L}{3,}");

  private static final Pattern PARTS = Pattern.compile("\\s[|·–—-]\\s");

  private static final Pattern WHOLE_DAY =
      Pattern.compile(
          "\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.?\\s\\p{L}{3,12}\\s\\d{4}"
              + "|\\p{L}{3,12}\\.?\\s\\d{1,2},\\s\\d{4}");

  private static final List<String> FORMS =
      List.of("datetime", "content", "title", "data-datetime", "data-timestamp", "data-date");

  private static final int MAX_ELEMENTS = 40;
  private static final int MAX_TEXT = 160;

  /** Characters of a date with its day. */
  private static final int WHOLE = 10;

  private final PageIndex page;
  private final DateText.Order order;
  private final @Nullable Instant fetched;
  private final List<Candidate<PageDate>> published = new ArrayList<>();
  private final List<Candidate<PageDate>> modified = new ArrayList<>();
  private final List<Candidate<PageDate>> labelled = new ArrayList<>();
  private final List<Candidate<PageDate>> lastResort = new ArrayList<>();

  private PageDates(PageIndex page, DateText.Order order, @Nullable Instant fetched) {
    this.page = page;
    this.order = order;
    this.fetched = fetched;
  }

  /**
   * Both dates.
   *
   * @param published when nothing says it, the date of a change that machines are told or that is
   *     marked near the text
   * @param modified only from what says so
   */
  public record Found(Field<PageDate> published, Field<PageDate> modified) {}

  /**
   * Looks for the dates of a page.
   *
   * @param main what the page's linked data says that it is about
   * @param language decides which number is the month where nothing else does; null for none
   * @param fetched dates after it are not believed; null when that isn't known
   */
  public static Found in(
      PageIndex page,
      LinkedData data,
      Optional<LinkedNode> main,
      @Nullable String language,
      @Nullable Instant fetched) {
    boolean american = language == null || language.matches("(?i)en(?:-US)?");
    PageDates dates =
        new PageDates(
            page, american ? DateText.Order.MONTH_FIRST : DateText.Order.DAY_FIRST, fetched);
    return dates.look(data, main);
  }

  private Found look(LinkedData data, Optional<LinkedNode> main) {
    main.ifPresent(node -> linked(node, "datePublished", published));
    page.metas().candidates(DateTags.PUBLISHED).forEach(tag -> add(published, tag));
    firstVersion();
    main.ifPresent(node -> linked(node, "dateModified", modified));
    page.metas().candidates(DateTags.MODIFIED).forEach(tag -> add(modified, tag));
    properties();
    List<LinkedNode> others =
        data.nodes().stream().filter(node -> !node.is("comment")).limit(MAX_ELEMENTS).toList();
    for (String key : List.of("datePublished", "dateCreated", "uploadDate")) {
      others.forEach(node -> linked(node, key, published));
    }
    others.forEach(node -> linked(node, "dateModified", modified));
    int told = published.size();
    lastResort.addAll(modified);
    Optional<Candidate<PageDate>> address = address();
    marked();
    shown();
    titled();
    return new Found(choose(told, address), Field.first(modified));
  }

  /** Archives say when the last version came online; the first one's day counts. */
  private void firstVersion() {
    published.stream()
        .filter(one -> one.source().equals("meta:citation_date"))
        .filter(one -> one.value().text().length() >= WHOLE)
        .findFirst()
        .ifPresent(
            first -> {
              for (int i = 0; i < published.size(); i++) {
                Candidate<PageDate> online = published.get(i);
                if (online.source().equals("meta:citation_online_date")
                    && first.value().day().isBefore(online.value().day())) {
                  published.add(i, first);
                  return;
                }
              }
            });
  }

  private Field<PageDate> choose(int told, Optional<Candidate<PageDate>> address) {
    List<Candidate<PageDate>> ranked = new ArrayList<>(published.subList(0, told));
    List<Candidate<PageDate>> weak = published.subList(told, published.size());
    if (address.isPresent()) {
      // A marked element that agrees is more exact; one that doesn't is another story's.
      PageDate day = address.get().value();
      weak.stream().filter(one -> near(one.value(), day)).forEach(ranked::add);
      ranked.add(address.get());
    }
    weak.stream().filter(one -> !one.source().equals("text")).forEach(ranked::add);
    ranked.addAll(labelled);
    ranked.addAll(lastResort);
    ranked.addAll(weak);
    return Field.first(ranked);
  }

  private static boolean near(PageDate one, PageDate other) {
    return Math.abs(ChronoUnit.DAYS.between(one.day(), other.day())) <= 1;
  }

  private void linked(LinkedNode node, String key, List<Candidate<PageDate>> into) {
    node.texts(key).forEach(text -> add(into, new Candidate<>(text, "json-ld:" + key)));
  }

  private void properties() {
    for (Seen seen : page.properties()) {
      String name = seen.element().attr("itemprop").toLowerCase(Locale.ROOT);
      if (name.contains("date") && MainItem.holds(seen)) {
        String source = "itemprop:" + name;
        if (name.contains("datepublished") || name.contains("datecreated")) {
          add(published, values(seen.element()), source);
        } else if (name.contains("datemodified")) {
          add(modified, values(seen.element()), source);
        }
      }
    }
  }

  private Optional<Candidate<PageDate>> address() {
    return addresses().stream()
        .flatMap(url -> AddressDate.in(url).stream())
        .filter(date -> date.sane(fetched))
        .findFirst()
        .map(date -> new Candidate<>(date, "url"));
  }

  private List<String> addresses() {
    List<String> urls = new ArrayList<>();
    page.links().stream()
        .filter(link -> link.attr("rel").equalsIgnoreCase("canonical"))
        .map(link -> link.attr("href"))
        .forEach(urls::add);
    page.metas().first("og:url").ifPresent(urls::add);
    String url = page.url();
    if (url != null) {
      urls.add(url);
    }
    return urls;
  }

  /** Time elements, then elements whose class names a date. */
  private void marked() {
    List<Seen> times = page.times().stream().filter(Seen::central).limit(MAX_ELEMENTS).toList();
    List<Seen> unsaid = new ArrayList<>();
    for (Seen seen : times) {
      if (meaning(seen.element()) == Meaning.PUBLISHED) {
        element(seen, "time");
      } else {
        unsaid.add(seen);
      }
    }
    unsaid.forEach(seen -> element(seen, "time"));
    page.dated().stream()
        .filter(Seen::central)
        .limit(MAX_ELEMENTS)
        .forEach(seen -> element(seen, "class"));
  }

  private void element(Seen seen, String source) {
    Element element = seen.element();
    List<DateLabels.Part> parts = DateLabels.parts(lower(element));
    if (DateLabels.sayBoth(parts)) {
      for (DateLabels.Part part : parts) {
        if (part.meaning() != Meaning.BEFORE) {
          boolean changed = part.meaning() == Meaning.CHANGED;
          add(changed ? modified : published, List.of(part.text()), source);
        }
      }
      return;
    }
    Optional<Candidate<PageDate>> written = written(element, parts, source);
    if (written.isPresent()) {
      published.add(written.get());
      return;
    }
    Meaning meaning = meaning(element);
    if (meaning == Meaning.BEFORE) {
      return;
    }
    boolean changed = meaning == Meaning.CHANGED;
    int before = modified.size();
    add(changed ? modified : published, values(element), source);
    if (modified.size() > before && element.closest("footer") == null) {
      addLast(modified.get(before), lower(element));
    }
  }

  /** "Stand" says of what day all that is written is. */
  private void addLast(Candidate<PageDate> changed, String text) {
    if (!text.contains("stand")) {
      lastResort.add(changed);
    }
  }

  /** A day that the text calls that of publication, where the attributes have another one. */
  private Optional<Candidate<PageDate>> written(
      Element element, List<DateLabels.Part> parts, String source) {
    String attribute = element.attr("datetime");
    if (attribute.isEmpty() || DateLabels.of(parts) != Meaning.PUBLISHED) {
      return Optional.empty();
    }
    Optional<PageDate> other = DateText.parse(attribute, order);
    return DateText.parse(lower(element), order)
        .filter(day -> day.sane(fetched) && other.isPresent() && !near(day, other.get()))
        .map(day -> new Candidate<>(day, source));
  }

  /** By its own words, else by its names, else by what stands before it; null when none says. */
  private static @Nullable Meaning meaning(Element element) {
    Meaning said = DateLabels.of(DateLabels.parts(lower(element)));
    if (said != null) {
      return said;
    }
    String names =
        String.join(" ", element.attr("class"), element.attr("id"), element.attr("itemprop"))
            + (element.hasAttr("pubdate") ? " pubdate" : "");
    List<DateLabels.Part> parts =
        DateLabels.parts(LineText.cut(names, 200).toLowerCase(Locale.ROOT));
    // "published updated" is the class of a date that is both.
    boolean both = parts.stream().anyMatch(part -> part.meaning() == Meaning.PUBLISHED);
    said = both ? Meaning.PUBLISHED : DateLabels.of(parts);
    return said != null ? said : DateLabels.ofNext(TextBefore.of(element).toLowerCase(Locale.ROOT));
  }

  private static String lower(Element element) {
    return LineText.of(element, MAX_TEXT).toLowerCase(Locale.ROOT);
  }

  /** For machines first; a title holds the whole date where the text says only the hour. */
  private static List<String> values(Element element) {
    List<String> values = new ArrayList<>();
    for (String attribute : FORMS) {
      values.add(LineText.cut(element.attr(attribute), MAX_TEXT));
    }
    values.add(LineText.of(element, MAX_TEXT));
    return values;
  }

  /** What only readers see: short texts. */
  private void shown() {
    for (PageIndex.Shown shown : page.dateTexts()) {
      String text = shown.text().toLowerCase(Locale.ROOT);
      String label = shown.label().toLowerCase(Locale.ROOT);
      if (!isRight(text) && !isRight(label) && !RANGE.matcher(text).find()) {
        List<DateLabels.Part> parts = DateLabels.parts(text);
        if (DateLabels.sayBoth(parts)) {
          parts.forEach(part -> shown(part.meaning(), part.text()));
        } else {
          Meaning said = DateLabels.of(parts);
          int before = modified.size();
          int first = published.size();
          Meaning meaning = said == null ? DateLabels.ofNext(label) : said;
          shown(meaning, text);
          if (meaning == Meaning.PUBLISHED && published.size() > first && shown.atTop()) {
            labelled.add(published.get(first));
          }
          if (modified.size() > before && shown.atTop()) {
            addLast(modified.get(before), label + text);
          }
        }
      }
    }
  }

  private void shown(@Nullable Meaning meaning, String text) {
    if (meaning != Meaning.BEFORE) {
      add(meaning == Meaning.CHANGED ? modified : published, new Candidate<>(text, "text"));
    }
  }

  /** A whole part of the title that is a day. */
  private void titled() {
    if (!page.titles().isEmpty()) {
      for (String part : PARTS.split(LineText.of(page.titles().get(0), 400), 8)) {
        if (WHOLE_DAY.matcher(part.strip()).matches()) {
          add(published, new Candidate<>(part, "text"));
        }
      }
    }
  }

  private static boolean isRight(String text) {
    return text.contains("©") || text.contains("copyright");
  }

  private void add(List<Candidate<PageDate>> into, Candidate<String> said) {
    add(into, List.of(said.value()), said.source());
  }

  /** Takes the first of the forms that is a date. */
  private void add(List<Candidate<PageDate>> into, List<String> forms, String source) {
    if (into.size() < MAX_ELEMENTS) {
      forms.stream()
          .flatMap(form -> DateText.parse(form, order).stream())
          .filter(date -> date.sane(fetched))
          .findFirst()
          .ifPresent(date -> into.add(new Candidate<>(date, source)));
    }
  }
}
