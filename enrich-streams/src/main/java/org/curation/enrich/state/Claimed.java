package org.curation.enrich.state;

import java.util.Objects;
import org.curation.model.Claim.Seniority;
import org.curation.model.Claim.Stake;
import org.curation.model.ClaimResult;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/**
 * A name that a curation claimed, and what came of it.
 *
 * @param number of the newest claim; answers to older ones are ignored
 * @param seniority as last claimed
 * @param certain whether it is claimed whatever others want
 * @param own whether it is, or was, an address that the item would have for itself, so that a loss
 *     leads to an address beside it
 * @param held whether it was granted and has not been given back
 * @param answer null while it is outstanding
 */
public record Claimed(
    long number,
    Stake stake,
    Seniority seniority,
    boolean certain,
    boolean own,
    boolean held,
    @Nullable Answer answer) {
  /** Requires stake and seniority. */
  public Claimed {
    Objects.requireNonNull(stake, "stake");
    Objects.requireNonNull(seniority, "seniority");
  }

  /**
   * Who has the name.
   *
   * @param owned whether this curation has it
   * @param preceded whether an older one ever wanted it
   */
  public record Answer(
      boolean owned, boolean preceded, CurationId owner, @Nullable String ownerDocumentId) {}

  /** A claim of a name that may have been claimed before. */
  public static Claimed wanted(
      @Nullable Claimed before, boolean certain, boolean own, Seniority seniority) {
    return new Claimed(
        before == null ? 1 : before.number() + 1,
        Stake.WANTED,
        seniority,
        certain || (before != null && before.certain()),
        own || (before != null && before.own()),
        before != null && before.held(),
        null);
  }

  /** Whether the name is claimed now. */
  public boolean isClaimed() {
    return stake != Stake.RELEASED;
  }

  /** Whether the answer is outstanding. */
  public boolean pending() {
    return isClaimed() && answer == null;
  }

  /** Whether the name was granted, is lost, and has not been given back. */
  public boolean revoked() {
    return isClaimed() && held && answer != null && !answer.owned();
  }

  /** Whether an answer is about this claim and not about an older one. */
  public boolean expects(ClaimResult result) {
    return isClaimed() && number == result.number();
  }

  /** This claim with its answer. */
  public Claimed answered(ClaimResult result) {
    Answer told =
        new Answer(result.owned(), result.preceded(), result.owner(), result.ownerDocumentId());
    return new Claimed(
        number,
        result.owned() ? Stake.WANTED : stake,
        seniority,
        certain,
        own,
        result.owned() || result.revoked(),
        told);
  }

  /** This claim as an address of the item's own. */
  public Claimed asOwn() {
    return new Claimed(number, stake, seniority, certain, true, held, answer);
  }

  /** Given back, and wanted still. */
  public Claimed yielded() {
    return new Claimed(number + 1, Stake.YIELDED, seniority, certain, own, false, answer);
  }

  /** No longer wanted. */
  public Claimed released() {
    return new Claimed(number + 1, Stake.RELEASED, seniority, certain, own, false, null);
  }
}
