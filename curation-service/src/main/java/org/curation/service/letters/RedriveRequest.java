package org.curation.service.letters;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be redriven, and on whose word.
 *
 * @param limit letters that have been redriven that often are refused
 * @param by who decides
 * @param why null when nobody said
 * @param rate most letters in a second; 0 for as fast as it goes
 * @param dryRun nothing is sent, only told
 * @param value mended bytes in place of the original; only for a single letter, named by its id
 */
public record RedriveRequest(
    LetterFilter filter,
    int limit,
    String by,
    @Nullable String why,
    double rate,
    boolean dryRun,
    Optional<byte[]> value) {
  /** How often a letter may be redriven unless somebody says otherwise. */
  public static final int DEFAULT_LIMIT = 3;

  /** A redrive of the original bytes. */
  public RedriveRequest(
      LetterFilter filter,
      int limit,
      String by,
      @Nullable String why,
      double rate,
      boolean dryRun) {
    this(filter, limit, by, why, rate, dryRun, Optional.empty());
  }

  /** The same with mended bytes in place of the original. */
  public RedriveRequest with(byte[] mended) {
    return new RedriveRequest(filter, limit, by, why, rate, dryRun, Optional.of(mended));
  }

  /** Requires one letter for mended bytes. */
  public RedriveRequest {
    if (value.isPresent() && filter.ids().size() != 1) {
      throw new IllegalArgumentException("mended bytes are for exactly one letter");
    }
  }
}
