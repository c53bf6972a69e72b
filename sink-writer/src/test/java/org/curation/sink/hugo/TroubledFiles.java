package org.curation.sink.hugo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Real file operations that keep a log and stop at a chosen step. */
final class TroubledFiles implements FileOperations {
  /** The process is dead: no operation works any more. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private enum Trouble {
    NONE,
    CRASH,
    FAILURE
  }

  private final DiskFiles disk = new DiskFiles();
  private final List<String> log = new ArrayList<>();
  private final Trouble trouble;
  private int stepsLeft;
  private boolean happened;

  private TroubledFiles(Trouble trouble, int steps) {
    this.trouble = trouble;
    this.stepsLeft = steps;
  }

  static TroubledFiles none() {
    return new TroubledFiles(Trouble.NONE, 0);
  }

  /** Works for some steps, then the process dies; writing counts as two steps. */
  static TroubledFiles crashingAfter(int steps) {
    return new TroubledFiles(Trouble.CRASH, steps);
  }

  /** Works for some steps, fails once, and works again; writing counts as two steps. */
  static TroubledFiles failingAfter(int steps) {
    return new TroubledFiles(Trouble.FAILURE, steps);
  }

  boolean happened() {
    return happened;
  }

  /** What was done, in order: {@code rename a.jpeg}. */
  List<String> log() {
    return log;
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    step(null, null, 0);
    log.add("createFolder " + folder.getFileName());
    disk.createFolder(folder);
  }

  @Override
  public void write(Path file, byte[] bytes) throws IOException {
    step(null, null, 0);
    step(file, bytes, -1);
    log.add("write");
    disk.write(file, bytes);
  }

  @Override
  public void append(Path file, long length, byte[] bytes) throws IOException {
    step(null, null, 0);
    step(file, bytes, length);
    log.add("append " + file.getFileName());
    disk.append(file, length, bytes);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    step(null, null, 0);
    log.add("rename " + to.getFileName());
    disk.rename(from, to);
  }

  @Override
  public void delete(Path path) throws IOException {
    step(null, null, 0);
    log.add("delete " + path.getFileName());
    disk.delete(path);
  }

  @Override
  public void sync(Path folder) throws IOException {
    step(null, null, 0);
    log.add("sync " + folder.getFileName());
    disk.sync(folder);
  }

  /** Counts a step; when its time has come, leaves half of the bytes behind. */
  private void step(@Nullable Path file, byte @Nullable [] bytes, long length) throws IOException {
    if (trouble == Trouble.NONE || (happened && trouble == Trouble.FAILURE)) {
      return;
    }
    if (stepsLeft > 0) {
      stepsLeft--;
      return;
    }
    if (!happened && file != null && bytes != null) {
      byte[] half = Arrays.copyOf(bytes, bytes.length / 2);
      if (length < 0) {
        disk.write(file, half);
      } else {
        disk.append(file, length, half);
      }
    }
    happened = true;
    if (trouble == Trouble.CRASH) {
      throw new Crash();
    }
    throw new IOException("No space left on device");
  }
}
