package org.curation.ingest.backfill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.curation.ingest.source.SourceItem;
import org.curation.service.metrics.StageObserver;

/**
 * What a backfill did.
 *
 * @param firstLine that was read this time
 * @param lastLine that is done
 * @param finished whether the file's end was reached
 * @param outcomes how often what became of a record, by the words that metrics use
 * @param problems the first messages about lines that were not taken
 */
public record BackfillReport(
    int firstLine,
    int lastLine,
    boolean finished,
    Map<String, Long> outcomes,
    List<String> problems) {
  /** Copies the collections. */
  public BackfillReport {
    outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
    problems = List.copyOf(problems);
  }

  /** Whether something was dead-lettered. */
  public boolean hasLetters() {
    return outcomes.containsKey("dead-lettered");
  }

  /** Counts while it goes on. For one thread. */
  static final class Counter implements StageObserver {
    private static final int EXAMPLES = 10;

    private final Map<String, Long> outcomes = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private int last;

    @Override
    public void settled(String outcome, long count) {
      outcomes.merge(outcome, count, Long::sum);
    }

    void examples(List<SourceItem> batch) {
      for (SourceItem item : batch) {
        if (problems.size() < EXAMPLES) {
          switch (item) {
            case SourceItem.Undecodable told -> problems.add(told.letter().message());
            case SourceItem.Rejected told -> problems.add(told.message());
            default -> {}
          }
        }
      }
    }

    void lines(int done) {
      last = done;
    }

    BackfillReport report(int before, boolean finished) {
      return new BackfillReport(before + 1, Math.max(before, last), finished, outcomes, problems);
    }
  }
}
