package org.curation.enrich.process;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.curation.model.CurationId;
import org.curation.model.OfferingRound;

/**
 * Goes through the documents that changed offerings may touch, in rounds. A task asks itself for a
 * round by a record in its own partition: whatever else arrives has its turn in between, changes
 * that come in a burst are gathered until there is a pause, and what is left to do is seen by
 * everybody who looks at offsets. A round works for a bounded time. Belongs to one processor.
 */
final class OfferingRounds {
  /** Others wait as long as this at most. */
  private static final Duration WORK = Duration.ofMillis(200);

  /** A way through the broker takes about a tenth of a second, so a burst delays by half of one. */
  private static final int MOST_DELAYS = 5;

  private static final int PAGE = 256;

  private final DirtyCategories dirty;
  private final CategoryStore categories;
  private boolean changed;
  private int delays;

  OfferingRounds(DirtyCategories dirty, CategoryStore categories) {
    this.dirty = dirty;
    this.categories = categories;
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

  /** Whether something waits; after a restart nobody may be left to ask for a round. */
  boolean isWaiting() {
    return !dirty.isEmpty();
  }

  /** Asks for a round once more; the former one, should it still come, is ignored. */
  void askAgain(LongConsumer ask) {
    ask.accept(dirty.nextRound());
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
      List<CurationId> page = categories.page(category, next.get().after(), PAGE);
      int seen = 0;
      for (CurationId id : page) {
        if (touched.test(id)) {
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
}
