package org.curation.sink.hugo;

import java.io.IOException;
import java.nio.file.Path;
import org.curation.service.UserError;

/** Another process that tries to take a lock. */
final class LockProbe {
  static final int FREE = 10;
  static final int TAKEN = 11;

  private LockProbe() {}

  public static void main(String[] arguments) throws IOException {
    try (StoreLock lock = StoreLock.take(Path.of(arguments[0]))) {
      System.exit(lock == null ? TAKEN : FREE);
    } catch (UserError taken) {
      System.exit(TAKEN);
    }
  }
}
