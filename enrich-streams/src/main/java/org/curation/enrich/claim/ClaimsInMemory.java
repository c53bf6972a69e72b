package org.curation.enrich.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/** A table that is gone when the program ends: for rendering without Kafka. */
public final class ClaimsInMemory implements ClaimTable {
  private final Map<String, ClaimHead> heads = new HashMap<>();
  private final Map<String, TreeMap<String, Claimant>> byRank = new HashMap<>();
  private final Map<String, Map<CurationId, Claimant>> byId = new HashMap<>();

  @Override
  public @Nullable ClaimHead head(String name) {
    return heads.get(name);
  }

  @Override
  public void head(String name, ClaimHead head) {
    heads.put(name, head);
  }

  @Override
  public @Nullable Claimant claimant(String name, CurationId id) {
    return byId.getOrDefault(name, Map.of()).get(id);
  }

  @Override
  public Optional<Claimant> first(String name) {
    TreeMap<String, Claimant> ranks = byRank.get(name);
    return ranks == null || ranks.isEmpty()
        ? Optional.empty()
        : Optional.of(ranks.firstEntry().getValue());
  }

  @Override
  public List<Claimant> all(String name) {
    return List.copyOf(byRank.getOrDefault(name, new TreeMap<>()).values());
  }

  @Override
  public void add(String name, Claimant claimant) {
    byRank.computeIfAbsent(name, each -> new TreeMap<>()).put(claimant.rank(), claimant);
    byId.computeIfAbsent(name, each -> new HashMap<>()).put(claimant.id(), claimant);
  }

  @Override
  public void remove(String name, Claimant claimant) {
    byRank.getOrDefault(name, new TreeMap<>()).remove(claimant.rank());
    byId.getOrDefault(name, new HashMap<>()).remove(claimant.id());
  }
}
