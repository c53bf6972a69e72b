package org.curation.enrich.page.date;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.curation.enrich.page.html.LineText;
import org.curation.enrich.page.html.PageIndex;
import org.curation.enrich.page.html.Seen;
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
  private static final Pattern CHANGED =
      Pattern.compile("modif|updat|edited|revis|aktualis|mise ?à ?jour|maj |actualizad|atualizad");

  private static final Pattern SAYS_PUBLISHED = Pattern.compile("publish|posted|pubdate|created");
  private static final List<String> FORMS =
      List.of("datetime", "content", "title", "data-datetime", "data-timestamp", "data-date");

  private static final int MAX_ELEMENTS = 40;
  private static final int MAX_TEXT = 160;

  private final PageIndex page;
  private final DateText.Order order;
  private final @Nullable Instant fetched;
  private final List<Candidate<PageDate>> published = new ArrayList<>();
  private final List<Candidate<PageDate>> modified = new ArrayList<>();

  private PageDates(PageIndex page, DateText.Order order, @Nullable Instant fetched) {
    this.page = page;
    this.order = order;
    this.fetched = fetched;
  }

  /**
   * Both dates.
   *
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
    Optional<Candidate<PageDate>> address = address();
    marked();
    shown();
    return new Found(choose(told, address), Field.first(modified));
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
    ranked.addAll(modified);
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
      if (seen.central() && name.contains("date")) {
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
    times.stream()
        .filter(seen -> says(seen, SAYS_PUBLISHED))
        .forEach(seen -> element(seen, "time"));
    times.stream()
        .filter(seen -> !says(seen, SAYS_PUBLISHED))
        .forEach(seen -> element(seen, "time"));
    page.dated().stream()
        .filter(Seen::central)
        .limit(MAX_ELEMENTS)
        .forEach(seen -> element(seen, "class"));
  }

  private void element(Seen seen, String source) {
    List<Candidate<PageDate>> into = says(seen, CHANGED) ? modified : published;
    add(into, values(seen.element()), source);
  }

  private static boolean says(Seen seen, Pattern what) {
    Element element = seen.element();
    String names =
        String.join(" ", element.attr("class"), element.attr("id"), element.attr("itemprop"))
            + (element.hasAttr("pubdate") ? " pubdate" : "");
    return what.matcher(LineText.cut(names, 200).toLowerCase(Locale.ROOT)).find()
        || what.matcher(LineText.of(element, MAX_TEXT).toLowerCase(Locale.ROOT)).find();
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

  /** The last resort: short texts that readers see. */
  private void shown() {
    for (String text : page.dateTexts()) {
      boolean changed = CHANGED.matcher(text.toLowerCase(Locale.ROOT)).find();
      if (!text.contains("©") && !text.toLowerCase(Locale.ROOT).contains("copyright")) {
        add(changed ? modified : published, new Candidate<>(text, "text"));
      }
    }
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
