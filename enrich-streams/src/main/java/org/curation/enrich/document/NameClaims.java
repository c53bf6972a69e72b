package org.curation.enrich.document;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.curation.enrich.state.Claimed;
import org.curation.enrich.state.Claimed.Answer;
import org.curation.enrich.state.CurationState;
import org.curation.model.Claim;
import org.curation.model.Claim.Seniority;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/** The claims of one curation while its document is being shaped. For use once, by one thread. */
final class NameClaims implements WantedNames {
  private final CurationId id;
  private final Seniority seniority;
  private final @Nullable String documentId;
  private final Map<String, Claimed> claims;
  private final List<Effect> effects;
  private boolean pending;

  /**
   * Starts from what was claimed before.
   *
   * @param effects takes the claims that are to be sent
   */
  NameClaims(CurationState state, Seniority seniority, List<Effect> effects) {
    this.id = state.id();
    this.seniority = seniority;
    this.documentId = ClaimUpkeep.documentId(state);
    this.claims = new TreeMap<>(state.claims());
    this.effects = effects;
  }

  @Override
  public @Nullable Answer own(String name) {
    return ask(name, true, true);
  }

  @Override
  public @Nullable Answer other(String name) {
    return ask(name, true, false);
  }

  @Override
  public @Nullable Answer beside(String name) {
    return ask(name, false, false);
  }

  @Override
  public @Nullable Answer known(String name) {
    Claimed claimed = claims.get(name);
    return claimed == null || !claimed.isClaimed() ? null : claimed.answer();
  }

  @Override
  public boolean isOwn(String name) {
    Claimed claimed = claims.get(name);
    return claimed != null && claimed.own();
  }

  /** Whether an answer to what was asked is outstanding. */
  boolean pending() {
    return pending;
  }

  /** The state with what was claimed. */
  CurationState in(CurationState state) {
    return state.withClaims(claims);
  }

  private @Nullable Answer ask(String name, boolean certain, boolean own) {
    Claimed known = claims.get(name);
    Claimed claimed = known;
    if (claimed == null
        || !claimed.isClaimed()
        || (certain && !claimed.certain())
        || !claimed.seniority().equals(seniority)) {
      claimed = Claimed.wanted(known, certain, own, seniority);
      effects.add(
          new Effect.Stake(
              new Claim(
                  name,
                  id,
                  claimed.number(),
                  claimed.stake(),
                  claimed.certain(),
                  claimed.seniority(),
                  documentId)));
    } else if (own && !claimed.own()) {
      claimed = claimed.asOwn();
    }
    claims.put(name, claimed);
    pending |= claimed.pending();
    return claimed.answer();
  }
}
