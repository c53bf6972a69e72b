package org.curation.ingest.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that may hold records.
 *
 * @param path where to read it, symbolic links resolved
 * @param name relative to the directory, with {@code /}
 * @param signature the file that holds its signature
 */
record SourceFile(Path path, String name, Format format, @Nullable Path signature) {
  /** How records stand in a file. */
  enum Format {
    /** One JSON value. */
    JSON,
    /** One JSON value per line. */
    LINES
  }
}
