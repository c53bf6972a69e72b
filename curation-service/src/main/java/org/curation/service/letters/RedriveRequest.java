package org.curation.service.letters;

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
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record RedriveRequest(
    LetterFilter filter,
    int limit,
    String by,
    @Nullable String why,
    double rate,
    boolean dryRun,
    byte @Nullable [] value) {
  /** How often a letter may be redriven unless somebody says otherwise. */
  public static final int DEFAULT_LIMIT = 3;

  /** Requires one letter for mended bytes. */
  public RedriveRequest {
    if (value != null && filter.ids().size() != 1) {
      throw new IllegalArgumentException("mended bytes are for exactly one letter");
    }
  }
}
