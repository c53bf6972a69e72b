package org.curation.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.curation.service.UserError;

/**
 * Holds a data folder for one process, as long as it lives. The broker has a lock of its own, but
 * halts without a word when it can't take it.
 */
public final class FolderLock implements AutoCloseable {
  /** Name of the lock's file; it stays when the lock is given back. */
  public static final String FILE = "in-use";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a folder, which is created when missing.
   *
   * @throws UserError when another process has it, or the folder can't be written
   */
  public static FolderLock take(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isFree(channel)) {
        channel.close();
        throw new UserError(
            "The data folder %s is in use by another run or serve. Wait for it, stop it, or give --data another folder."
                .formatted(folder));
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new UserError(
          "The data folder %s can't be created or written: %s. Give --data a folder that this user may write to."
              .formatted(folder, e),
          e);
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
