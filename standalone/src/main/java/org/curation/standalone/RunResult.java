package org.curation.standalone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.curation.ingest.source.IngestReport;
import org.curation.model.CurationId;

/**
 * What a run came to.
 *
 * @param items one for each curation that the run read or that changed in the store
 * @param letters all dead letters that nobody has decided on
 * @param notes what else a person should know
 */
public record RunResult(
    IngestReport ingest,
    List<Item> items,
    List<OpenLetters.Letter> letters,
    List<String> notes,
    Duration took) {

  /** Where a curation stands. */
  public enum Outcome {
    CREATED,
    UPDATED,
    MOVED,
    REMOVED,
    UNCHANGED,
    WAITING,
    IGNORED,
    DELETED,
    DEAD_LETTERED
  }

  /**
   * One curation.
   *
   * @param detail where its document is, or why there is none
   */
  public record Item(CurationId id, Outcome outcome, String detail) {}

  /** How many items have each outcome; outcomes that none has are left out. */
  public Map<Outcome, Long> counts() {
    Map<Outcome, Long> counts = new TreeMap<>();
    items.forEach(item -> counts.merge(item.outcome(), 1L, Long::sum));
    return counts;
  }

  /** 0, or 3 when dead letters are open. */
  public int exitCode() {
    return letters.isEmpty() ? 0 : 3;
  }
}
