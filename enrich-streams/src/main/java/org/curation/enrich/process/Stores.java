package org.curation.enrich.process;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.curation.enrich.claim.ClaimHead;
import org.curation.enrich.claim.Claimant;
import org.curation.enrich.offering.Relation;
import org.curation.enrich.state.CurationState;
import org.curation.model.Offering;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.Topics;

/**
 * The state stores and their changelogs.
 *
 * @param kind where a store of a name is held
 */
record Stores(Function<String, KeyValueBytesStoreSupplier> kind) {
  private static final Map<String, String> CHANGELOG =
      Map.of("max.message.bytes", Integer.toString(Topics.LARGE_RECORD_BYTES));

  /** Stores on disk, which may be larger than memory. */
  static final Stores ON_DISK =
      new Stores(org.apache.kafka.streams.state.Stores::persistentKeyValueStore);

  Set<StoreBuilder<?>> ofCurations() {
    return Set.of(
        store(Names.CURATIONS, JsonSerde.of(CurationState.class)),
        store(Names.OFFERINGS, JsonSerde.of(Offering.class)),
        store(Names.CATEGORIES, Serdes.ByteArray()),
        store(Names.WAKE_UPS, Serdes.ByteArray()),
        store(Names.RELATIONS, JsonSerde.of(Relation.class)),
        store(Names.DIRTY_CATEGORIES, Serdes.String()));
  }

  Set<StoreBuilder<?>> ofClaims() {
    return Set.of(
        store(Names.CLAIMS, JsonSerde.of(ClaimHead.class)),
        store(Names.CLAIMANTS, JsonSerde.of(Claimant.class)),
        store(Names.CLAIM_RANKS, Serdes.ByteArray()));
  }

  private <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            kind.apply(name), Serdes.String(), values)
        .withCachingDisabled()
        .withLoggingEnabled(CHANGELOG);
  }
}
