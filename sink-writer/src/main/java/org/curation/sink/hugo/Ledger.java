package org.curation.sink.hugo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.curation.model.Document.State;
import org.curation.sink.hugo.LedgerFile.Extent;
import org.curation.sink.hugo.LedgerLine.Begun;
import org.curation.sink.hugo.LedgerLine.Position;
import org.curation.sink.store.TopicPartitionIdentity;

/**
 * What the store holds and how far it has read, in a file that only grows. Each change is durable
 * on return. Whoever writes must hold the {@link StoreLock}; not for use by several threads.
 */
public final class Ledger {
  private static final String FILE = "ledger.jsonl";
  private static final int LINES_WORTH_COMPACTING = 1000;
  private static final int WASTE = 4;

  private final Path file;
  private final FileOperations files;
  private final LedgerState state;
  private long length;

  private Ledger(Path file, FileOperations files, LedgerState state, long length) {
    this.file = file;
    this.files = files;
    this.state = state;
    this.length = length;
  }

  /**
   * Reads what a ledger says without taking its lock; a store that is at work may be a moment
   * ahead.
   *
   * @return one entry for each curation, by id; empty when there is no ledger
   * @throws org.curation.service.UserError when a line is broken
   * @throws UncheckedIOException when the file can't be read
   */
  public static List<LedgerEntry> readEntries(Path ledgerDirectory) {
    LedgerState state = new LedgerState();
    try {
      LedgerFile.read(ledgerDirectory.resolve(FILE), state::add);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the ledger in " + ledgerDirectory, e);
    }
    return state.holdings().stream().map(Holding::entry).toList();
  }

  /** Opens a ledger, and makes it smaller when most of its lines are overtaken. */
  static Ledger open(Path directory, FileOperations files) throws IOException {
    Path file = directory.resolve(FILE);
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(directory, Ledger::isUnfinished)) {
      for (Path entry : entries) {
        files.delete(entry);
      }
    }
    LedgerState state = new LedgerState();
    Extent extent = LedgerFile.read(file, state::add);
    Ledger ledger = new Ledger(file, files, state, extent.length());
    List<LedgerLine> live = state.lines();
    if (extent.lines() > LINES_WORTH_COMPACTING && extent.lines() > (long) WASTE * live.size()) {
      ledger.rewrite(directory, live);
    } else if (!Files.exists(file)) {
      files.append(file, 0, new byte[0]);
    }
    files.sync(directory);
    return ledger;
  }

  LedgerState state() {
    return state;
  }

  /** Says which files are about to be written. */
  void begin(List<Begun> begun) throws IOException {
    append(List.of(LedgerLine.begin(begun)));
  }

  /** Says what is held from now on. */
  void hold(List<Holding> holdings) throws IOException {
    if (holdings.isEmpty()) {
      return;
    }
    append(holdings.stream().map(LedgerLine::of).toList());
  }

  /** Sets positions. */
  void position(Map<TopicPartitionIdentity, Long> nextOffsets) throws IOException {
    List<Position> positions = new ArrayList<>();
    nextOffsets.forEach((partition, offset) -> positions.add(Position.of(partition, offset)));
    append(List.of(LedgerLine.positions(positions)));
  }

  /** Makes everything be written again from the start of the log; names and addresses stay. */
  void forgetFiles() throws IOException {
    List<LedgerLine> lines = new ArrayList<>();
    for (Holding holding : state.holdings()) {
      if (holding.state() == State.PUBLISHED) {
        lines.add(LedgerLine.of(holding.lost()));
      }
    }
    List<Position> fromTheStart =
        state.positions().stream().map(partition -> Position.of(partition, 0L)).toList();
    if (!fromTheStart.isEmpty()) {
      lines.add(LedgerLine.positions(fromTheStart));
    }
    if (!lines.isEmpty()) {
      append(lines);
    }
  }

  private void append(List<LedgerLine> lines) throws IOException {
    byte[] bytes = LedgerFile.bytes(lines);
    files.append(file, length, bytes);
    length += bytes.length;
    lines.forEach(state::add);
  }

  private static boolean isUnfinished(Path path) {
    return TempName.matches(String.valueOf(path.getFileName()));
  }

  private void rewrite(Path directory, List<LedgerLine> live) throws IOException {
    byte[] bytes = LedgerFile.bytes(live);
    Path temp = directory.resolve(TempName.random());
    files.write(temp, bytes);
    files.rename(temp, file);
    length = bytes.length;
  }
}
