package org.curation.enrich.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.curation.enrich.page.date.PageDate;
import org.curation.enrich.page.value.Candidate;
import org.curation.enrich.page.value.Field;

/**
 * What is remembered of a page's facts: texts in bounds, never the page.
 *
 * @param values by the names of {@link #NAMES}; what the page doesn't say isn't there
 */
public record PageSummary(Map<String, Value> values) {
  /** The names that values can have. */
  public static final List<String> NAMES =
      List.of(
          "headline",
          "byline",
          "siteName",
          "language",
          "published",
          "modified",
          "canonical",
          "lead",
          "icon");

  private static final int LONGEST = 2000;
  private static final int LONGEST_OTHER = 300;
  private static final int MOST_OTHERS = 5;

  /**
   * One value.
   *
   * @param source where it stands in the page
   * @param others what else it could have been
   */
  public record Value(String text, String source, List<Other> others) {
    /** Copies the list. */
    public Value {
      others = others == null ? List.of() : List.copyOf(others);
    }
  }

  /** A value that was not chosen. */
  public record Other(String text, String source) {}

  /** Copies the map. */
  public PageSummary {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** Keeps what is needed. */
  public static PageSummary of(PageFacts facts) {
    Map<String, Value> values = new TreeMap<>();
    put(values, "headline", facts.title(), Function.identity());
    put(values, "byline", facts.authors(), names -> String.join(", ", names));
    put(values, "siteName", facts.siteName(), Function.identity());
    put(values, "language", facts.lang(), Function.identity());
    put(values, "published", facts.published(), PageDate::text);
    put(values, "modified", facts.modified(), PageDate::text);
    put(values, "canonical", facts.canonical(), Function.identity());
    put(values, "lead", facts.image(), Function.identity());
    put(values, "icon", facts.icons().favicon(), Function.identity());
    return new PageSummary(values);
  }

  private static <T> void put(
      Map<String, Value> values, String name, Field<T> field, Function<T, String> text) {
    Candidate<T> chosen = field.chosen();
    if (chosen == null) {
      return;
    }
    List<Other> others = new ArrayList<>();
    for (Candidate<T> other : field.others()) {
      // What says the same is no other choice.
      if (others.size() < MOST_OTHERS && !other.value().equals(chosen.value())) {
        others.add(new Other(bounded(text.apply(other.value()), LONGEST_OTHER), other.source()));
      }
    }
    values.put(
        name, new Value(bounded(text.apply(chosen.value()), LONGEST), chosen.source(), others));
  }

  private static String bounded(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
