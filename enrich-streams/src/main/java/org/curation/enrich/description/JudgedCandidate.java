package org.curation.enrich.description;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A candidate and what was thought of it.
 *
 * @param text cleaned
 * @param score the highest is taken; up to 100, or 200 for a curator's own words
 * @param rejected why it can't be taken, for people; null when it can
 */
public record JudgedCandidate(String source, String text, int score, @Nullable String rejected) {
  /** Requires the texts. */
  public JudgedCandidate {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(text, "text");
  }

  /** Whether it can be taken. */
  public boolean usable() {
    return rejected == null;
  }
}
