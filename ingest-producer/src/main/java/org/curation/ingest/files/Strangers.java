package org.curation.ingest.files;

import java.nio.file.Path;
import org.curation.service.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Tells a directory of records from one of other things, whose every file would become a dead
 * letter. Belongs to one thread.
 */
final class Strangers {
  private boolean records;
  private long count;
  private @Nullable String first;

  void add(Found found) {
    switch (found.shape()) {
      case Shape.Ignored ignored -> {}
      case Shape.Undecodable broken -> stranger(broken);
      default -> records = true;
    }
  }

  private void stranger(Shape.Undecodable broken) {
    // A damaged record is at least one.
    records |= !broken.foreign();
    count++;
    if (first == null) {
      first = broken.message();
    }
  }

  /**
   * Refuses a directory that holds nothing but other things.
   *
   * @throws UserError when none of what it holds is a record
   */
  void refuse(Path directory) {
    if (!records && count > 0) {
      throw new UserError(
          "%s holds no saved record. JSON values that are none: %d; the first one: %s%nGive the folder that holds the records."
              .formatted(directory, count, first));
    }
  }
}
