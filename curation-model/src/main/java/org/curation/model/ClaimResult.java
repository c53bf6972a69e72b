package org.curation.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who has a name: the value of {@code curation.claim-results}, told to one claimant.
 *
 * @param name that was claimed
 * @param claimant whom the answer is for
 * @param number of the claim that it answers
 * @param owned whether the claimant has the name
 * @param revoked whether it was given the name and is to give it back: it stops using it and says
 *     so, and only then the next one gets it
 * @param preceded whether an older claimant was ever certain to want the name, even if it is gone
 * @param owner who has the name, or gets it as soon as it is free
 * @param ownerDocumentId the owner's permanent name
 */
public record ClaimResult(
    String name,
    CurationId claimant,
    long number,
    boolean owned,
    boolean revoked,
    boolean preceded,
    CurationId owner,
    @Nullable String ownerDocumentId) {
  /** Requires all but the owner's document id. */
  public ClaimResult {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(claimant, "claimant");
    Objects.requireNonNull(owner, "owner");
  }
}
