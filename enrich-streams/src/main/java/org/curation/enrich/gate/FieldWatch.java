package org.curation.enrich.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.curation.enrich.gate.PublicationRule.When;
import org.curation.service.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Finds fields that lanes read dates from and that items don't have: a slip in {@code from} lifts
 * an embargo without a word. A field that is there and empty is none. Safe for use by threads.
 */
public final class FieldWatch {
  private static final Set<String> ALWAYS = Set.of("createdAt", "updatedAt");
  private static final int MOST_NAMES = 200;
  private static final int SHOWN = 10;

  private final Consumer<String> warning;
  private final Map<String, Watched> fields = new TreeMap<>();

  /**
   * Watches.
   *
   * @param warning told once of each field of a lane, with the first item that has no such field
   */
  public FieldWatch(Consumer<String> warning) {
    this.warning = warning;
  }

  /** What is known of one field of one lane. */
  private static final class Watched {
    private final Set<String> others = new TreeSet<>();
    private boolean found;
  }

  /** Takes note of an item that a lane treats, and of the names of its fields. */
  public synchronized void saw(
      String lane, PublicationRule rule, String item, Set<String> itemFields) {
    saw(lane, "from", rule.from(), item, itemFields);
    saw(lane, "until", rule.until(), item, itemFields);
  }

  private void saw(
      String lane, String key, @Nullable When when, String item, Set<String> itemFields) {
    if (!(when instanceof When.Field field) || ALWAYS.contains(field.name())) {
      return;
    }
    String place = "lane \"%s\": publish.%s: \"%s\"".formatted(lane, key, field.name());
    Watched watched = fields.get(place);
    boolean first = watched == null;
    if (watched == null) {
      watched = new Watched();
      fields.put(place, watched);
    }
    watched.found |= itemFields.contains(field.name());
    for (String name : itemFields) {
      if (watched.others.size() < MOST_NAMES) {
        watched.others.add(name);
      }
    }
    if (first && !watched.found) {
      warning.accept(
          "%s is no field of %s%s".formatted(place, item, phrase(field.name(), watched)));
    }
  }

  /** The fields that no item of their lane has had so far, for people. */
  public synchronized List<String> unknown() {
    List<String> unknown = new ArrayList<>();
    fields.forEach(
        (place, watched) -> {
          if (!watched.found) {
            String name = place.substring(place.lastIndexOf(": ") + 3, place.length() - 1);
            unknown.add(
                "%s is a field that none of its items has, so it holds nothing back%s"
                    .formatted(place, phrase(name, watched)));
          }
        });
    return unknown;
  }

  private static String phrase(String name, Watched watched) {
    if (watched.others.isEmpty()) {
      return "; no other fields were seen";
    }
    return Suggestion.nearest(name, watched.others)
        .map(near -> "; did you mean \"" + near + "\"?")
        .orElseGet(
            () ->
                "; seen: "
                    + String.join(", ", watched.others.stream().limit(SHOWN).toList())
                    + (watched.others.size() > SHOWN ? ", …" : ""));
  }
}
