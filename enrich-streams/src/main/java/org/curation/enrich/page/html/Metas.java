package org.curation.enrich.page.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.curation.enrich.page.value.Candidate;

/** The meta elements of a page by name. Immutable; safe for use by threads. */
public final class Metas {
  private static final int MAX_ENTRIES = 300;
  private static final int MAX_SHOWN = 4096;
  private static final int MAX_CHARACTERS = 128 * 1024;

  private final Map<String, List<String>> byName = new LinkedHashMap<>();
  private final Map<String, String> shown = new LinkedHashMap<>();

  /** Takes the elements; what stands in the head comes before what was found elsewhere. */
  Metas(List<MetaTag> tags) {
    int[] characters = {0};
    for (boolean head : new boolean[] {true, false}) {
      for (MetaTag tag : tags) {
        if (tag.head() == head) {
          tag.names().forEach(name -> add(name, tag, characters));
        }
      }
    }
  }

  private void add(String name, MetaTag tag, int[] characters) {
    String content = tag.content();
    byName.computeIfAbsent(key(name), unused -> new ArrayList<>()).add(content);
    String value = LineText.cut(content, MAX_SHOWN);
    // Microdata in the text is of single things: a menu's entry, a picture.
    if ((tag.head() || tag.named())
        && shown.size() < MAX_ENTRIES
        && !shown.containsKey(name)
        && characters[0] + value.length() <= MAX_CHARACTERS) {
      characters[0] += value.length();
      shown.put(name, value);
    }
  }

  /** Vendors write {@code dc.date} and {@code DC:date}, {@code pub_date} and {@code pub-date}. */
  private static String key(String name) {
    return name.replace('.', ':').replace('_', '-').replace(' ', '-');
  }

  /** The contents under a name, in their order; none of them is empty. */
  public List<String> all(String name) {
    return byName.getOrDefault(key(name), List.of());
  }

  /** The first content under the first of the names that there is. */
  public Optional<String> first(String... names) {
    for (String name : names) {
      List<String> found = all(name);
      if (!found.isEmpty()) {
        return Optional.of(found.get(0));
      }
    }
    return Optional.empty();
  }

  /** Every content under the names, in the names' order. */
  public List<Candidate<String>> candidates(List<String> names) {
    List<Candidate<String>> found = new ArrayList<>();
    for (String name : names) {
      String source = name.indexOf(':') > 0 ? name : "meta:" + name;
      all(name).forEach(content -> found.add(new Candidate<>(content, source)));
    }
    return found;
  }

  /** First contents by the names as the page writes them, in lower case; in bounds. */
  public Map<String, String> shown(Predicate<String> wanted) {
    Map<String, String> chosen = new LinkedHashMap<>();
    shown.forEach(
        (name, content) -> {
          if (wanted.test(name)) {
            chosen.put(name, content);
          }
        });
    return chosen;
  }
}
