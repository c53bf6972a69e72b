package org.curation.enrich.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.curation.enrich.claim.ClaimHead;
import org.curation.enrich.claim.ClaimTable;
import org.curation.enrich.claim.Claimant;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a task. Three stores: what is known of a name; its claimants by id; the ids of its
 * claimants by rank. Keys are the name, NUL (which no name has), and id or rank.
 */
final class ClaimStore implements ClaimTable {
  private static final char END = '\0';

  private final KeyValueStore<String, ClaimHead> heads;
  private final KeyValueStore<String, Claimant> claimants;
  private final KeyValueStore<String, byte[]> ranks;

  ClaimStore(ProcessorContext<?, ?> context) {
    heads = context.getStateStore(Names.CLAIMS);
    claimants = context.getStateStore(Names.CLAIMANTS);
    ranks = context.getStateStore(Names.CLAIM_RANKS);
  }

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
    return claimants.get(name + END + id);
  }

  @Override
  public Optional<Claimant> first(String name) {
    try (KeyValueIterator<String, byte[]> sorted =
        ranks.prefixScan(name + END, new StringSerializer())) {
      if (!sorted.hasNext()) {
        return Optional.empty();
      }
      CurationId id = CurationId.parse(new String(sorted.next().value, StandardCharsets.UTF_8));
      return Optional.ofNullable(claimant(name, id));
    }
  }

  @Override
  public List<Claimant> all(String name) {
    List<Claimant> all = new ArrayList<>();
    try (KeyValueIterator<String, Claimant> each =
        claimants.prefixScan(name + END, new StringSerializer())) {
      each.forEachRemaining(entry -> all.add(entry.value));
    }
    return all;
  }

  @Override
  public void add(String name, Claimant claimant) {
    claimants.put(name + END + claimant.id(), claimant);
    ranks.put(
        name + END + claimant.rank(), claimant.id().toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void remove(String name, Claimant claimant) {
    claimants.delete(name + END + claimant.id());
    ranks.delete(name + END + claimant.rank());
  }
}
