package org.curation.service.configuration;

import java.util.ArrayList;
import java.util.List;
import org.curation.service.UserError;

/** Collects what is wrong, so that all of it is told at once. For one thread. */
final class Problems {
  private final List<String> found = new ArrayList<>();

  int count() {
    return found.size();
  }

  void add(String place, String key, String message) {
    found.add(key.isEmpty() ? place + ": " + message : place + ": " + key + ": " + message);
  }

  /** Adds what was found without a place of its own. */
  void addAll(List<String> messages) {
    found.addAll(messages);
  }

  /**
   * Ends the reading when something is wrong.
   *
   * @throws UserError with a line for each problem
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new UserError(
          (found.size() == 1
                  ? "The configuration has a problem:"
                  : "The configuration has %d problems:".formatted(found.size()))
              + "\n  "
              + String.join("\n  ", found)
              + "\ndocs/configuration.md explains every key.");
    }
  }
}
