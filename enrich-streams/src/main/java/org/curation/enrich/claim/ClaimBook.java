package org.curation.enrich.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curation.model.Claim;
import org.curation.model.Claim.Stake;
import org.curation.model.ClaimResult;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/**
 * Decides who has a name: the oldest of those that want it, whatever order they come in. A name
 * changes hands in three steps (its holder is told, the holder says that it uses it no longer, the
 * next one is told), so that at no time two use it. The cost of a claim doesn't depend on how many
 * want the name, but for a link whose first changes: all that point to it are told. Not for use by
 * several threads.
 */
public final class ClaimBook {
  private final ClaimTable table;

  /** Keeps its notes in a table. */
  public ClaimBook(ClaimTable table) {
    this.table = table;
  }

  /**
   * Takes in what a claimant says.
   *
   * @return whom to tell what; nothing for a repeat. A claimant that is to get the name as soon as
   *     its holder gives it up hears nothing until then
   */
  public List<ClaimResult> take(Claim claim) {
    String name = claim.name();
    Claimant known = table.claimant(name, claim.claimant());
    if (known != null && claim.number() <= known.number()) {
      return List.of();
    }
    Claimant before = table.first(name).orElse(null);
    ClaimHead noted = table.head(name);
    ClaimHead head = register(claim, known, noted == null ? ClaimHead.NEW : noted);
    Optional<Claimant> first = table.first(name);
    if (first.isEmpty()) {
      table.head(name, head);
      return List.of();
    }
    return decide(claim, before, first.get(), head, noted == null ? null : noted.oldest());
  }

  private ClaimHead register(Claim claim, @Nullable Claimant known, ClaimHead head) {
    if (known != null) {
      table.remove(claim.name(), known);
    }
    ClaimHead next = head;
    if (claim.stake() != Stake.RELEASED) {
      Claimant arrived = Claimant.of(claim);
      table.add(claim.name(), arrived);
      // Whether a name beside another was ever wanted depends on who came first: it leaves no
      // trace.
      next = claim.certain() ? next.seen(arrived) : next;
    }
    return claim.stake() != Stake.WANTED && next.heldBy(claim.claimant()) ? next.free() : next;
  }

  private List<ClaimResult> decide(
      Claim claim,
      @Nullable Claimant before,
      Claimant first,
      ClaimHead head,
      @Nullable CurationId formerOldest) {
    Answers answers = new Answers(claim.name(), first, head);
    ClaimHead next = head;
    // Also one that yields: what it was told last may be older than what it says now.
    boolean asks = claim.stake() != Stake.RELEASED;
    if (head.holder() == null) {
      next = head.held(first.id());
      answers.owned();
    } else if (head.heldBy(first.id())) {
      if (head.revoked() || claim.claimant().equals(first.id())) {
        next = head.held(first.id());
        answers.owned();
      }
    } else if (!head.revoked() || head.heldBy(claim.claimant())) {
      next = head.revoke();
      answers.lost(table.claimant(claim.name(), head.holder()));
    }
    if (before != null && !next.heldBy(before.id())) {
      // It was the next in turn and is no longer.
      answers.lost(table.claimant(claim.name(), before.id()));
    }
    if (formerOldest != null && !formerOldest.equals(head.oldest())) {
      // Now an older one precedes it; all younger ones know already that they are preceded.
      answers.lost(table.claimant(claim.name(), formerOldest));
    }
    if (asks && !next.heldBy(claim.claimant())) {
      answers.lost(table.claimant(claim.name(), claim.claimant()));
    }
    if (before != null && !before.id().equals(first.id()) && ClaimName.isLink(claim.name())) {
      // Those that point to the first must know who it is now.
      table.all(claim.name()).forEach(answers::lost);
    }
    table.head(claim.name(), next);
    return answers.told();
  }

  /** The answers to one claim, at most one for each claimant. */
  private static final class Answers {
    private final String name;
    private final Claimant first;
    private final ClaimHead head;
    private final Map<CurationId, ClaimResult> told = new LinkedHashMap<>();

    Answers(String name, Claimant first, ClaimHead head) {
      this.name = name;
      this.first = first;
      this.head = head;
    }

    void owned() {
      tell(first, true, false);
    }

    void lost(@Nullable Claimant claimant) {
      if (claimant != null && !claimant.id().equals(first.id())) {
        tell(claimant, false, head.heldBy(claimant.id()));
      }
    }

    private void tell(Claimant claimant, boolean owned, boolean revoked) {
      told.putIfAbsent(
          claimant.id(),
          new ClaimResult(
              name,
              claimant.id(),
              claimant.number(),
              owned,
              revoked,
              head.precedes(claimant),
              first.id(),
              first.documentId()));
    }

    List<ClaimResult> told() {
      return List.copyOf(told.values());
    }
  }
}
