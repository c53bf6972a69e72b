package org.curation.enrich.process;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.curation.model.CurationId;
import org.curation.model.OfferingRound;

/**
 * Goes through the documents that changed offerings or a changed site may touch, in rounds. A task
 * asks itself for a round by a record in its own partition: whatever else arrives has its turn in
 * between, changes that come in a burst are gathered until there is a pause, and what is left to do
 * is seen by everybody who looks at offsets. A round works for a bounded time. Belongs to one
 * processor.
 */
final class OfferingRounds {
  /** Others wait as long as this at most. */
  private static final Duration WORK = Duration.ofMillis(200);

  /** A way through the broker takes about a tenth of a second, so a burst delays by one. */
  private static final int MOST_DELAYS = 10;

  private static final int PAGE = 256;

  private final DirtyCategories dirty;
  private final CategoryStore categories;
  private final Function<String, Stream<CurationId>> everybody;
  private boolean changed;
  private int delays;

  /**
   * Goes on with what is dirty.
   *
   * @param everybody all curations behind one, in the order of their ids; behind "" all of them
   */
  OfferingRounds(
      DirtyCategories dirty,
      CategoryStore categories,
      Function<String, Stream<CurationId>> everybody) {
    this.dirty = dirty;
    this.categories = categories;
    this.everybody = everybody;
  }

  /**
   * Documents of these categories may look different now.
   *
   * @param ask asks for the round of a number
   */
  void changed(Collection<String> touched, LongConsumer ask) {
    if (touched.isEmpty()) {
      return;
    }
    boolean asked = !dirty.isEmpty();
    changed = asked;
    dirty.add(touched);
    if (!asked) {
      ask.accept(dirty.nextRound());
    }
  }

  /** Whether something waits. */
  boolean isWaiting() {
    return !dirty.isEmpty();
  }

  /** Whether all is made by this site, or is being brought in line with it. */
  boolean isOfSite(String site) {
    return dirty.isOfSite(site);
  }

  /** Whether everybody is to be looked at, because the site is another. */
  boolean isRollingOut() {
    return dirty.isEverything();
  }

  /** Whether {@link #wake} has something to do. */
  boolean isToBeWoken(String site) {
    return isWaiting() || !dirty.isOfSite(site);
  }

  /**
   * To be called a while after the start, because nobody may be left to ask for a round, and with
   * another site every document may look different.
   *
   * @param site stands for the site's configuration
   * @param anybody whether there were curations at the start
   * @param ask asks for a round; a former one, should it still come, is ignored
   */
  void wake(String site, boolean anybody, LongConsumer ask) {
    if (!dirty.isOfSite(site)) {
      dirty.ofSite(site);
      if (anybody) {
        dirty.addEverything();
      }
    }
    if (isWaiting()) {
      ask.accept(dirty.nextRound());
    }
  }

  /**
   * Works for a while and asks for the next round, if something is left.
   *
   * @param touched whether a document would look different
   * @param react brings it in line
   */
  void work(
      OfferingRound round,
      Predicate<CurationId> touched,
      Consumer<CurationId> react,
      LongConsumer ask) {
    if (round.number() != dirty.round() || dirty.isEmpty()) {
      return;
    }
    if (changed && delays < MOST_DELAYS) {
      delays++;
    } else {
      // Once begun, changes that go on and on must not hold it up.
      delays = MOST_DELAYS;
      work(touched, react);
    }
    changed = false;
    if (dirty.isEmpty()) {
      delays = 0;
    } else {
      ask.accept(dirty.nextRound());
    }
  }

  private void work(Predicate<CurationId> touched, Consumer<CurationId> react) {
    long end = System.nanoTime() + WORK.toNanos();
    do {
      Optional<DirtyCategories.Place> next = dirty.next();
      if (next.isEmpty()) {
        return;
      }
      String category = next.get().category();
      boolean all = category.equals(DirtyCategories.EVERYTHING);
      List<CurationId> page = page(next.get());
      int seen = 0;
      for (CurationId id : page) {
        if (all || touched.test(id)) {
          react.accept(id);
        }
        seen++;
        if (System.nanoTime() >= end) {
          break;
        }
      }
      if (seen == page.size() && page.size() < PAGE) {
        dirty.finished();
      } else {
        dirty.reached(category, page.get(seen - 1).toString());
      }
    } while (System.nanoTime() < end);
  }

  private List<CurationId> page(DirtyCategories.Place place) {
    if (!place.category().equals(DirtyCategories.EVERYTHING)) {
      return categories.page(place.category(), place.after(), PAGE);
    }
    try (Stream<CurationId> ids = everybody.apply(place.after())) {
      return ids.limit(PAGE).toList();
    }
  }
}
