package org.curation.sink.hugo;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Each single change that the store makes on disk. One place to make them durable, and the place
 * where tests cut the power.
 */
interface FileOperations {
  /** Creates a folder whose parent exists; one that is there stays as it is. */
  void createFolder(Path folder) throws IOException;

  /** Writes a file that must not exist yet. Its bytes are durable on return, its name is not. */
  void write(Path file, byte[] bytes) throws IOException;

  /**
   * Cuts a file at a length and appends there, creating it when missing. Its bytes are durable on
   * return.
   */
  void append(Path file, long length, byte[] bytes) throws IOException;

  /** Gives a file another name in the same file system, at once and in place of what was there. */
  void rename(Path from, Path to) throws IOException;

  /** Removes a file or an empty folder; nothing happens when it is gone. */
  void delete(Path path) throws IOException;

  /** Makes the names in a folder durable. */
  void sync(Path folder) throws IOException;
}
