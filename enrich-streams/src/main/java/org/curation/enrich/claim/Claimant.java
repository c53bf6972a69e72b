package org.curation.enrich.claim;

import org.curation.model.Claim;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/**
 * One that wants a name.
 *
 * @param number of its newest claim
 * @param rank sorts claimants, the oldest first; differs for any two of them
 */
public record Claimant(CurationId id, long number, String rank, @Nullable String documentId) {
  // Milliseconds since the epoch become positive and of one length, so that they sort as text.
  private static final long OFFSET = 1_000_000_000_000_000L;
  private static final String NO_DATE = "~";

  static Claimant of(Claim claim) {
    return new Claimant(claim.claimant(), claim.number(), rank(claim), claim.documentId());
  }

  private static String rank(Claim claim) {
    Claim.Seniority seniority = claim.seniority();
    String date =
        seniority.createdAt() == null
            ? NO_DATE
            : "%016d".formatted(OFFSET + millis(seniority.createdAt().getEpochSecond(), seniority));
    return (seniority.imported() ? "0" : "1") + date + "/" + claim.claimant();
  }

  /** Dates beyond what a calendar has are as old, or as new, as the oldest or newest there. */
  private static long millis(long seconds, Claim.Seniority seniority) {
    long bound = OFFSET / 1000 - 1;
    long second = Math.clamp(seconds, -bound, bound);
    long fraction =
        second == seconds && seniority.createdAt() != null
            ? seniority.createdAt().getNano() / 1_000_000
            : 0;
    return second * 1000 + fraction;
  }
}
