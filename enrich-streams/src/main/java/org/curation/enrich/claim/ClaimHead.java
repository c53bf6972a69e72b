package org.curation.enrich.claim;

import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a name itself.
 *
 * @param holder who was told to have it and has not given it back; null when it is free
 * @param revoked whether the holder was told that it lost the name
 * @param oldestRank of all that ever wanted it
 * @param oldest whose rank that is
 */
public record ClaimHead(
    @Nullable CurationId holder,
    boolean revoked,
    @Nullable String oldestRank,
    @Nullable CurationId oldest) {
  static final ClaimHead NEW = new ClaimHead(null, false, null, null);

  boolean heldBy(CurationId id) {
    return id.equals(holder);
  }

  ClaimHead free() {
    return new ClaimHead(null, false, oldestRank, oldest);
  }

  ClaimHead held(CurationId id) {
    return new ClaimHead(id, false, oldestRank, oldest);
  }

  ClaimHead revoke() {
    return new ClaimHead(holder, true, oldestRank, oldest);
  }

  ClaimHead seen(Claimant claimant) {
    return oldestRank == null || claimant.rank().compareTo(oldestRank) < 0
        ? new ClaimHead(holder, revoked, claimant.rank(), claimant.id())
        : this;
  }

  boolean precedes(Claimant claimant) {
    return oldestRank != null
        && !claimant.id().equals(oldest)
        && oldestRank.compareTo(claimant.rank()) < 0;
  }
}
