package org.curation.enrich.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.curation.enrich.gate.PublicationRule.When;
import org.curation.service.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Finds fields that lanes read dates from and in which no item has anything: a slip in {@code from}
 * lifts an embargo without a word. Sources leave empty fields out, so one that nobody uses looks
 * the same; therefore an item alone is told of only when it has a field of a similar name. Safe for
 * use by threads.
 */
public final class FieldWatch {
  private static final Set<String> ALWAYS = Set.of("createdAt", "updatedAt");
  private static final int MOST_NAMES = 200;
  private static final int SHOWN = 10;

  /** So many items without a value are no accident. */
  private static final int MANY = 20;

  private final Consumer<String> warning;
  private final Map<Place, Watched> fields = new LinkedHashMap<>();

  /**
   * Watches.
   *
   * @param warning told once of each field of a lane, as soon as it can't be an accident
   */
  public FieldWatch(Consumer<String> warning) {
    this.warning = warning;
  }

  private record Place(String lane, String key, String field) {}

  /** What is known of one field of one lane. */
  private static final class Watched {
    private final Set<String> others = new TreeSet<>();
    private long items;
    private boolean found;
    private boolean told;

    Optional<String> similar(String name) {
      return Suggestion.nearest(name, others);
    }
  }

  /** Takes note of an item that a lane treats, and of the names of its fields. */
  public synchronized void saw(String lane, PublicationRule rule, Set<String> itemFields) {
    saw(lane, "from", rule.from(), itemFields);
    saw(lane, "until", rule.until(), itemFields);
  }

  private void saw(String lane, String key, @Nullable When when, Set<String> itemFields) {
    if (!(when instanceof When.Field field) || ALWAYS.contains(field.name())) {
      return;
    }
    Place place = new Place(lane, key, field.name());
    Watched watched = fields.computeIfAbsent(place, any -> new Watched());
    watched.found |= itemFields.contains(field.name());
    if (watched.found || watched.told) {
      return;
    }
    watched.items++;
    itemFields.stream().limit(MOST_NAMES - watched.others.size()).forEach(watched.others::add);
    if (watched.items >= MANY || watched.similar(field.name()).isPresent()) {
      watched.told = true;
      warning.accept(message(place, watched));
    }
  }

  /**
   * The fields in which no item of their lane has had anything so far, for people. An end that
   * nobody set is told of only when it can't be an accident.
   */
  public synchronized List<String> unknown() {
    List<String> unknown = new ArrayList<>();
    fields.forEach(
        (place, watched) -> {
          if (!watched.found && (watched.told || place.key().equals("from"))) {
            unknown.add(message(place, watched));
          }
        });
    return unknown.stream().sorted().toList();
  }

  private static String message(Place place, Watched watched) {
    return "lane \"%s\": publish.%s: no item has a value in \"%s\", so %s%s"
        .formatted(
            place.lane(),
            place.key(),
            place.field(),
            place.key().equals("from") ? "nothing is held back" : "nothing ends",
            watched
                .similar(place.field())
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElseGet(() -> seen(watched.others)));
  }

  private static String seen(Set<String> others) {
    return others.isEmpty()
        ? "; no other fields were seen"
        : "; seen: "
            + String.join(", ", others.stream().limit(SHOWN).toList())
            + (others.size() > SHOWN ? ", …" : "");
  }
}
