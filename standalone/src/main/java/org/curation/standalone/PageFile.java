package org.curation.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads the files that a list names, from the list's folder and below. */
final class PageFile {
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private final Path folder;

  /** Takes the list whose folder it is. */
  PageFile(Path list) {
    this.folder = list.toAbsolutePath().normalize().resolveSibling("");
  }

  /** A file that is not read. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String why) {
      super(why);
    }
  }

  /**
   * The first 16 MiB of a file.
   *
   * @throws Refused saying why, when it isn't below the folder, links followed, or can't be read
   */
  byte[] read(String name) throws Refused {
    try {
      Path file = folder.resolve(name).normalize();
      if (Path.of(name).isAbsolute()
          || !file.startsWith(folder)
          || (Files.exists(file) && !file.toRealPath().startsWith(folder.toRealPath()))) {
        throw new Refused("leads out of the list's folder; put the page beside the list or below");
      }
      if (!Files.exists(file)) {
        throw new Refused("isn't there; it is looked for beside the list");
      }
      if (!Files.isRegularFile(file)) {
        // A pipe would be waited for without an end.
        throw new Refused("is no regular file; name a file that holds a page");
      }
      try (InputStream in = Files.newInputStream(file)) {
        return in.readNBytes(MAX_BYTES);
      }
    } catch (IOException | InvalidPathException e) {
      throw new Refused("can't be read; it must be a file that you may read");
    }
  }
}
