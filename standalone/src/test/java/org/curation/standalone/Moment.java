package org.curation.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * When to kill a run: when it has written a share of what was left to write of something.
 *
 * @param share from 0 to 1
 */
record Moment(Progress progress, double share) {
  /** What shows how far a run is. */
  enum Progress {
    /** Time since the process started. */
    TIME,
    /** Raw records, since the process started: each run sends them all. */
    INGEST,
    DOCUMENTS,
    CAPTURES,
    /** What the store has noted as written. */
    LEDGER,
    PUBLICATIONS
  }

  /** How far a run has come, in bytes and milliseconds. */
  record Reading(Path out, CurateProcess process) {
    long of(Progress progress) {
      return switch (progress) {
        case TIME -> process.age().toMillis();
        case INGEST -> bytes("curation.raw");
        case DOCUMENTS -> bytes("curation.documents");
        case CAPTURES -> bytes("curation.captures");
        case PUBLICATIONS -> bytes("curation.publications");
        case LEDGER -> BrokerLog.size(RunRequest.beside(out, ".ledger").resolve("ledger.jsonl"));
      };
    }

    private long bytes(String topic) {
      return new BrokerLog(RunRequest.beside(out, ".data")).bytes(topic);
    }
  }

  /**
   * Moments of every phase, in the order in which one disturbed run after the other reaches them.
   *
   * @param count at least 1
   */
  static List<Moment> spread(Random random, int count) {
    List<Progress> order =
        List.of(
            Progress.TIME,
            Progress.INGEST,
            Progress.DOCUMENTS,
            Progress.CAPTURES,
            Progress.DOCUMENTS,
            Progress.CAPTURES,
            Progress.INGEST,
            Progress.LEDGER,
            Progress.LEDGER,
            Progress.PUBLICATIONS);
    List<Moment> moments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Progress progress = order.get(i * order.size() / count);
      moments.add(
          progress == Progress.TIME
              ? anyTime(random)
              : new Moment(progress, random.nextDouble() / 2));
    }
    return moments;
  }

  /** One at a random time early on, while the broker and the services start. */
  static Moment anyTime(Random random) {
    return new Moment(Progress.TIME, random.nextDouble() / 5);
  }

  /**
   * How much must have been written, or how many milliseconds passed.
   *
   * @param before at the start of the process
   * @param whole what an undisturbed run comes to
   */
  long threshold(long before, long whole) {
    long rest = progress == Progress.INGEST ? whole : whole - before;
    return before + Math.max(1, Math.round(share * rest));
  }

  /** For people. */
  String text(Duration after) {
    return "%s at %.0f %%, %.1f s after the start"
        .formatted(progress, share * 100, after.toMillis() / 1000.0);
  }
}
