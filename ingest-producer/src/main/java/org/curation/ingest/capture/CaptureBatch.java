package org.curation.ingest.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.curation.model.LinkHealth;
import org.curation.service.DeadLetter;
import org.curation.service.metrics.StageObserver;
import org.jspecify.annotations.Nullable;

/** What is to be told in the next transaction. Belongs to one thread. */
final class CaptureBatch {
  /** Most results of one transaction. */
  static final int MOST_RESULTS = 50;

  private static final long MOST_BYTES = 32L * 1024 * 1024;
  private static final Duration LONGEST = Duration.ofMillis(100);

  private final List<Result> results = new ArrayList<>();
  private final List<Forgotten> forgotten = new ArrayList<>();
  private final List<Letter> letters = new ArrayList<>();
  private long bytes;
  private long since;

  /**
   * What became of a link.
   *
   * @param awaited whether enrichment waited
   */
  record Result(Link.Place place, boolean awaited, LinkHealth health, @Nullable Answer answer) {
    String outcome() {
      return health.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A link that nobody wants any more. */
  record Forgotten(int partition, String key) {}

  /** A letter about a record of a partition. */
  record Letter(int partition, DeadLetter letter) {}

  List<Result> results() {
    return results;
  }

  List<Forgotten> forgotten() {
    return forgotten;
  }

  List<Letter> letters() {
    return letters;
  }

  void add(Result result) {
    began();
    results.add(result);
    bytes +=
        switch (result.answer()) {
          case Answer.WithContent content -> content.content().bytes().length;
          case Answer.Complete complete ->
              complete.capture().page() == null ? 0 : complete.capture().page().htmlGzip().length;
          case null -> 0;
        };
  }

  void add(Forgotten link) {
    began();
    forgotten.add(link);
  }

  void add(Letter letter) {
    began();
    letters.add(letter);
    bytes += letter.letter().value().length;
  }

  boolean isEmpty() {
    return results.isEmpty() && forgotten.isEmpty() && letters.isEmpty();
  }

  /** Whether it should be told now: there is enough, or the oldest has waited long enough. */
  boolean isDue() {
    return results.size() + forgotten.size() + letters.size() >= MOST_RESULTS
        || bytes >= MOST_BYTES
        || (!isEmpty() && System.nanoTime() - since >= LONGEST.toNanos());
  }

  /** Leaves out what another worker will find out again. */
  void drop(int partition) {
    results.removeIf(result -> result.place().partition() == partition);
    forgotten.removeIf(link -> link.partition() == partition);
    letters.removeIf(letter -> letter.partition() == partition);
  }

  /** Tells an observer what became of the requests, once they are committed. */
  void tell(StageObserver observer, Instant now) {
    for (Result result : results) {
      observer.settled(result.outcome(), 1);
      if (result.awaited() && result.answer() != null) {
        observer.handedOn(Duration.between(Instant.ofEpochMilli(result.place().timestamp()), now));
      }
    }
    if (!forgotten.isEmpty()) {
      observer.settled("withdrawn", forgotten.size());
    }
    for (Letter letter : letters) {
      observer.settled("dead-lettered", 1);
      observer.deadLettered(letter.letter().reason());
    }
  }

  private void began() {
    if (isEmpty()) {
      since = System.nanoTime();
    }
  }
}
