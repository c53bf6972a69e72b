package org.curation.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * When to kill a run: when what it has written of something reaches a share of what an undisturbed
 * run writes of it.
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
        case LEDGER -> size(RunRequest.beside(out, ".ledger").resolve("ledger.jsonl"));
      };
    }

    private long bytes(String topic) {
      Path log = RunRequest.beside(out, ".data").resolve("kafka");
      long sum = 0;
      for (int partition = 0; partition < EmbeddedCluster.PARTITIONS; partition++) {
        Path folder = log.resolve(topic + "-" + partition);
        if (Files.isDirectory(folder)) {
          try (Stream<Path> files = Files.list(folder)) {
            sum +=
                files.filter(file -> file.toString().endsWith(".log")).mapToLong(this::size).sum();
          } catch (IOException e) {
            // Gone while it was looked at: counted at the next look.
          }
        }
      }
      return sum;
    }

    private long size(Path file) {
      try {
        return Files.exists(file) ? Files.size(file) : 0;
      } catch (IOException e) {
        return 0;
      }
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
      double from = (double) i / count;
      double share =
          progress == Progress.TIME || progress == Progress.INGEST
              ? random.nextDouble()
              : from + random.nextDouble() / count;
      moments.add(new Moment(progress, Math.min(share, 0.97)));
    }
    return moments;
  }

  /** One at a random time, for a run that ended before its moment came. */
  static Moment anyTime(Random random) {
    return new Moment(Progress.TIME, random.nextDouble());
  }

  /** How much must have been written, or how many milliseconds passed. */
  long threshold(long before, long whole) {
    return (progress == Progress.INGEST ? before : 0) + Math.round(share * whole);
  }

  /** For people. */
  String text(Duration after) {
    return "%s at %.0f %%, %.1f s after the start"
        .formatted(progress, share * 100, after.toMillis() / 1000.0);
  }
}
