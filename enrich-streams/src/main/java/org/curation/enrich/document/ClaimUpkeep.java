package org.curation.enrich.document;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.curation.enrich.claim.ClaimName;
import org.curation.enrich.state.Claimed;
import org.curation.enrich.state.CurationState;
import org.curation.enrich.state.Emitted;
import org.curation.model.Claim;
import org.curation.model.Document;
import org.jspecify.annotations.Nullable;

/** Gives names back when they are lost or no longer needed. Pure. */
final class ClaimUpkeep {
  private ClaimUpkeep() {}

  /** Releases every name: nothing is published any more. */
  static CurationState releaseAll(CurationState state, List<Effect> effects) {
    return change(state, effects, (name, claimed) -> claimed.isClaimed(), Claimed::released);
  }

  /** Releases links that the item no longer has: who else has one of them is the first now. */
  static CurationState releaseOtherLinks(CurationState state, String link, List<Effect> effects) {
    return change(
        state,
        effects,
        (name, claimed) -> claimed.isClaimed() && ClaimName.isLink(name) && !name.equals(link),
        Claimed::released);
  }

  /**
   * Gives back what was lost, as soon as what is published uses it no longer. Until then nobody
   * else gets it.
   */
  static CurationState yieldUnused(CurationState state, List<Effect> effects) {
    return change(
        state,
        effects,
        (name, claimed) -> claimed.revoked() && !uses(state.emitted(), name),
        Claimed::yielded);
  }

  /** Whether something is published under a name that is lost, and nothing is under way. */
  static boolean stuck(CurationState state) {
    return state.claims().values().stream().noneMatch(Claimed::pending)
        && state.claims().entrySet().stream()
            .anyMatch(each -> each.getValue().revoked() && uses(state.emitted(), each.getKey()));
  }

  /** The permanent name for those who point to it; an imported one may be anything. */
  static @Nullable String documentId(CurationState state) {
    String id = state.identity() == null ? null : state.identity().documentId();
    return id == null
            || id.length() > Claim.MAX_TEXT
            || id.chars().anyMatch(Character::isISOControl)
        ? null
        : id;
  }

  private static boolean uses(@Nullable Emitted emitted, String name) {
    return emitted != null
        && emitted.state() == Document.State.PUBLISHED
        && (name.equals(ClaimName.path(emitted.path()))
            || name.equals(ClaimName.address(emitted.address()))
            || emitted.formerAddresses().stream().map(ClaimName::address).anyMatch(name::equals));
  }

  private static CurationState change(
      CurationState state,
      List<Effect> effects,
      BiPredicate<String, Claimed> which,
      UnaryOperator<Claimed> how) {
    Map<String, Claimed> claims = new TreeMap<>(state.claims());
    claims.replaceAll(
        (name, claimed) -> {
          if (!which.test(name, claimed)) {
            return claimed;
          }
          Claimed changed = how.apply(claimed);
          effects.add(
              new Effect.Stake(
                  new Claim(
                      name,
                      state.id(),
                      changed.number(),
                      changed.stake(),
                      changed.certain(),
                      changed.seniority(),
                      documentId(state))));
          return changed;
        });
    return state.withClaims(claims);
  }
}
