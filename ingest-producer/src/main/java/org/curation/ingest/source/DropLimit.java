package org.curation.ingest.source;

import java.util.Locale;
import java.util.Optional;

/**
 * How much may vanish at once before a person must say that it is meant: ten always may, then a
 * share of what is known. Pure.
 *
 * @param share from 0 to 1
 */
public record DropLimit(double share) {
  private static final int ALWAYS_ALLOWED = 10;
  private static final int PERCENT = 100;

  /** Requires a share. */
  public DropLimit {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("limit %s must be a share from 0 to 1".formatted(share));
    }
  }

  /** From a whole percentage, 0 to 100. */
  public static DropLimit percent(int percent) {
    return new DropLimit(percent / (double) PERCENT);
  }

  /** Why so many of the known may not vanish, as the end of a sentence; empty when they may. */
  public Optional<String> exceeded(int missing, int known) {
    return missing <= Math.max(ALWAYS_ALLOWED, share * known)
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "more than the limit of %d items or %.0f %%",
                ALWAYS_ALLOWED,
                share * PERCENT));
  }
}
