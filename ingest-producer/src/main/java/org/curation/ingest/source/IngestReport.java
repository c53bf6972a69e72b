package org.curation.ingest.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.curation.model.CurationId;
import org.curation.model.Version;
import org.curation.service.metrics.StageObserver;

/**
 * What one run read and what became of it. Everything that is counted as published was acknowledged
 * by the brokers.
 *
 * @param read everything that the source told
 * @param skipped fine, but nothing to publish; by reason
 * @param rejected not believed or not acted on; by reason
 * @param deadLettered unreadable or too large; by reason code
 * @param records raw records published
 * @param curations the highest version published, by id
 * @param offerings offerings published
 * @param withdrawn offerings withdrawn
 */
public record IngestReport(
    long read,
    Map<String, Tally> skipped,
    Map<String, Tally> rejected,
    Map<String, Tally> deadLettered,
    long records,
    Map<CurationId, Version> curations,
    long offerings,
    long withdrawn) {

  /**
   * How often something happened, and the first places where it did.
   *
   * @param examples at most a hundred
   */
  public record Tally(long count, List<Example> examples) {
    /** Copies the list. */
    public Tally {
      examples = List.copyOf(examples);
    }
  }

  /**
   * One place.
   *
   * @param origin the file, line or record
   * @param message what was expected; empty when the reason says it all
   */
  public record Example(String origin, String message) {}

  /** Keeps reasons and ids in order. */
  public IngestReport {
    skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
    rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
    deadLettered = Collections.unmodifiableMap(new TreeMap<>(deadLettered));
    curations = Collections.unmodifiableMap(new TreeMap<>(curations));
  }

  /** How many were counted under any reason. */
  public static long total(Map<String, Tally> tallies) {
    return tallies.values().stream().mapToLong(Tally::count).sum();
  }

  /** Tells an observer what became of everything that was read. */
  public void tell(StageObserver observer, Duration took) {
    observer.took(took);
    observer.settled("published", records);
    observer.settled("offering-published", offerings);
    observer.settled("offering-withdrawn", withdrawn);
    observer.settled("skipped", total(skipped));
    observer.settled("rejected", total(rejected));
    observer.settled("dead-lettered", total(deadLettered));
    deadLettered.forEach(
        (reason, tally) -> {
          for (long i = 0; i < tally.count(); i++) {
            observer.deadLettered(reason);
          }
        });
  }

  /** Counts while a run goes on. Not safe for use by threads. */
  static final class Counter {
    private static final int EXAMPLES = 100;

    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, List<Example>> examples = new TreeMap<>();

    void add(String reason, String origin, String message) {
      counts.merge(reason, 1L, Long::sum);
      List<Example> kept = examples.computeIfAbsent(reason, any -> new ArrayList<>());
      if (kept.size() < EXAMPLES) {
        kept.add(new Example(origin, message));
      }
    }

    Map<String, Tally> tallies() {
      Map<String, Tally> tallies = new TreeMap<>();
      counts.forEach(
          (reason, count) ->
              tallies.put(reason, new Tally(count, examples.getOrDefault(reason, List.of()))));
      return tallies;
    }
  }
}
