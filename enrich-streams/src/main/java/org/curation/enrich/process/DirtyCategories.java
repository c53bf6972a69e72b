package org.curation.enrich.process;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The categories whose offerings changed and whose documents have not all been looked at since, and
 * the one that is being gone through. Held in memory and in a store, so that it survives.
 */
final class DirtyCategories {
  private static final String WAITING = "c";
  private static final String AFTER_WAITING = "d";
  private static final String PLACE = "p";
  private static final String ROUND = "r";
  private static final String SITE = "t";
  private static final char END = '\0';

  /** No key of a category: stands for all curations there are. */
  static final String EVERYTHING = "";

  /**
   * How far a category was gone through.
   *
   * @param after the curation that was looked at last; empty at the beginning
   */
  record Place(String category, String after) {}

  private final KeyValueStore<String, String> store;
  private final TreeSet<String> waiting = new TreeSet<>();
  private @Nullable Place place;
  private long round;

  DirtyCategories(KeyValueStore<String, String> store) {
    this.store = store;
    try (KeyValueIterator<String, String> all = store.range(WAITING, AFTER_WAITING)) {
      while (all.hasNext()) {
        waiting.add(all.next().key.substring(WAITING.length()));
      }
    }
    String known = store.get(PLACE);
    if (known != null) {
      int end = known.lastIndexOf(END);
      place = new Place(known.substring(0, end), known.substring(end + 1));
    }
    String number = store.get(ROUND);
    round = number == null ? 0 : Long.parseLong(number);
  }

  boolean isEmpty() {
    return waiting.isEmpty() && place == null;
  }

  void add(Collection<String> categories) {
    for (String category : categories) {
      if (waiting.add(category)) {
        store.put(WAITING + category, "");
      }
    }
  }

  /** Where to go on; the next category when none is being gone through. */
  Optional<Place> next() {
    if (place == null && !waiting.isEmpty()) {
      String category = waiting.first();
      waiting.remove(category);
      store.delete(WAITING + category);
      reached(category, "");
    }
    return Optional.ofNullable(place);
  }

  /** Remembers how far a category was gone through. */
  void reached(String category, String after) {
    place = new Place(category, after);
    store.put(PLACE, category + END + after);
  }

  /** The category was gone through to its end. */
  void finished() {
    place = null;
    store.delete(PLACE);
  }

  /** The number of the last round that was asked for. */
  long round() {
    return round;
  }

  long nextRound() {
    round++;
    store.put(ROUND, Long.toString(round));
    return round;
  }

  /** All curations are to be gone through, from the beginning. */
  void addEverything() {
    if (place != null && place.category().equals(EVERYTHING)) {
      finished();
    }
    add(Set.of(EVERYTHING));
  }

  /** Whether all curations are being gone through, or will be. */
  boolean isEverything() {
    return waiting.contains(EVERYTHING) || (place != null && place.category().equals(EVERYTHING));
  }

  /** Whether what is in the stores was made by this site, or is being brought in line with it. */
  boolean isOfSite(String site) {
    return site.equals(store.get(SITE));
  }

  /** From now on all is made by this site. */
  void ofSite(String site) {
    store.put(SITE, site);
  }
}
