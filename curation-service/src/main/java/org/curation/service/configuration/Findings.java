package org.curation.service.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.curation.service.UserError;

/**
 * Collects what checks of a configuration find, so that all of it is told at once. A check that
 * needs a key that could not be read finds nothing. For one thread.
 */
public final class Findings {
  private final List<String> problems = new ArrayList<>();

  /** Runs a check; it gives what is wrong, or throws a {@link UserError} that says it. */
  public void of(Supplier<List<String>> check) {
    try {
      problems.addAll(check.get());
    } catch (UnreadKeyException e) {
      // What is wrong with the key is told where it was read.
    } catch (UserError e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  /** What was found, in order. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /**
   * Ends a check that found something.
   *
   * @throws UserError with a line for each problem
   */
  public void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new UserError(String.join("\n", problems));
    }
  }
}
