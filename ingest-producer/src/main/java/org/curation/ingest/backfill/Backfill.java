package org.curation.ingest.backfill;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import org.curation.ingest.files.LineRecords;
import org.curation.ingest.files.Lines;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.source.CheckpointedPublisher;
import org.curation.ingest.source.SourceItem;
import org.curation.model.Checkpoint;
import org.curation.service.KafkaConnection;
import org.curation.service.UserError;

/**
 * Publishes a file of lines. How far it came is committed together with the records, so that
 * stopping it in whatever way loses nothing and tells nothing twice. For one thread, once.
 */
public final class Backfill {
  private static final long MOST_BATCH_BYTES = 8L * 1024 * 1024;

  private final KafkaConnection connection;
  private final BackfillFile file;
  private final Options options;
  private final Clock clock;
  private final CountDownLatch stop;

  /**
   * How to read.
   *
   * @param perSecond records per second; 0 for as fast as it goes
   * @param restart whether to begin with the first line although there is a checkpoint
   * @param progress told how many lines were read, on the calling thread
   */
  public record Options(int perSecond, boolean restart, LongConsumer progress) {}

  /**
   * A backfill that is ready to start.
   *
   * @param stop ends it early, between two batches
   * @throws UserError when there is no such file
   */
  public Backfill(
      KafkaConnection connection, Path file, Options options, Clock clock, CountDownLatch stop) {
    this.connection = connection;
    this.file = BackfillFile.of(file);
    this.options = options;
    this.clock = clock;
    this.stop = stop;
  }

  /**
   * Reads to the end, or until it is stopped.
   *
   * @throws UserError when the file is not the one that was begun, or can't be read
   * @throws org.curation.ingest.source.PublishException when the brokers did not take something;
   *     the same call goes on where it was
   */
  public BackfillReport run() throws InterruptedException {
    BackfillReport.Counter counter = new BackfillReport.Counter();
    try (CheckpointedPublisher publisher =
        new CheckpointedPublisher(connection, file.source(), clock, counter)) {
      Progress from =
          publisher.open().map(found -> Progress.of(found.position())).orElse(Progress.none());
      from = options.restart() ? Progress.none() : from;
      check(from);
      Progress start =
          new Progress(
              from.line(),
              from.offset(),
              file.bytes(),
              file.headBytes(),
              file.head(file.headBytes()));
      try (InputStream in = file.open(start.offset())) {
        boolean finished = publish(file.lines(in, start), start, publisher, counter);
        return counter.report(start.line(), finished);
      }
    } catch (IOException e) {
      throw new UserError(
          "%s can't be read (%s). Check that it is whole; what was published stays, and the same command goes on where it was."
              .formatted(file.path(), e.getMessage()),
          e);
    }
  }

  private boolean publish(
      Lines lines, Progress start, CheckpointedPublisher publisher, BackfillReport.Counter counter)
      throws IOException, InterruptedException {
    LineRecords records =
        new LineRecords(file.path(), file.name(), AcceptedIndex.load(connection), clock);
    Pace pace = new Pace(options.perSecond(), System::nanoTime);
    int portion = pace.portion(CheckpointedPublisher.MOST_RECORDS);
    List<SourceItem> batch = new ArrayList<>();
    long begun = start.offset();
    Lines.Line line = lines.next();
    while (line != null) {
      batch.addAll(records.read(line));
      Lines.Line next = lines.next();
      boolean full =
          next == null || batch.size() >= portion || line.end() - begun >= MOST_BATCH_BYTES;
      if (full) {
        if (!pace.await(batch.size(), stop)) {
          return false;
        }
        counter.examples(batch);
        Progress now = start.at(line.number(), line.end());
        publisher.publish(
            batch, new Checkpoint(file.source(), now.position(file.name()), clock.instant()));
        counter.lines(line.number());
        options.progress().accept(line.number());
        batch = new ArrayList<>();
        begun = line.end();
      }
      line = next;
    }
    return true;
  }

  private void check(Progress from) throws IOException {
    if (from.offset() == 0) {
      return;
    }
    boolean changed =
        file.bytes() < from.size()
            || (file.packed() && file.bytes() != from.size())
            || !file.head(from.headBytes()).equals(from.head());
    if (changed) {
      throw new UserError(
          "%s is not the file that was begun: it is shorter, or its beginning differs. It was read up to line %d. Give the same file, or --restart to read this one from its first line; what was published stays."
              .formatted(file.path(), from.line()));
    }
  }
}
