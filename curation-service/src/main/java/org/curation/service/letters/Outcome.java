package org.curation.service.letters;

import org.jspecify.annotations.Nullable;

/**
 * What a redrive or a discard did with one letter.
 *
 * @param detail where it was sent, or why it was refused
 */
public record Outcome(Letter letter, Kind kind, @Nullable String detail) {
  /** What was done; in a dry run: what would have been done. */
  public enum Kind {
    REDRIVEN,
    DISCARDED,
    REFUSED
  }

  static Outcome refused(Letter letter, String why) {
    return new Outcome(letter, Kind.REFUSED, why);
  }
}
