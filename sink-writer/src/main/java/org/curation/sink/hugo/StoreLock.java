package org.curation.sink.hugo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.curation.service.UserError;

/**
 * Keeps a second writer out, for as long as this process lives: the operating system lets go of the
 * lock when the process ends, however it ends.
 */
final class StoreLock implements AutoCloseable {
  private static final String FILE = "lock";

  /**
   * Locks of this process. Where the system counts locks by process, closing any other channel of
   * the file would drop the lock; so a second try must not even open it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private StoreLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock of a folder.
   *
   * @throws UserError when it is taken
   */
  static StoreLock take(Path directory) throws IOException {
    Path file = directory.toRealPath().resolve(FILE);
    if (!HELD.add(file)) {
      throw taken(directory);
    }
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw taken(directory);
      }
      return new StoreLock(file, channel);
    } catch (IOException | RuntimeException e) {
      if (channel != null) {
        channel.close();
      }
      HELD.remove(file);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      channel.close();
      HELD.remove(file);
    }
  }

  private static UserError taken(Path directory) {
    return new UserError(
        "The ledger folder %s is in use by another sink. Stop that one first, or give this one another site and ledger folder."
            .formatted(directory));
  }
}
