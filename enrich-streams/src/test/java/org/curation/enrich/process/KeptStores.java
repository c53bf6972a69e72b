package org.curation.enrich.process;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;

/** Stores in memory that outlive a driver, as changelogs outlive a process. For one thread. */
final class KeptStores {
  private final Map<String, KeyValueStore<Bytes, byte[]>> kept = new HashMap<>();

  /** The same stores for each driver. */
  Stores stores() {
    return new Stores(Supplier::new);
  }

  private final class Supplier implements KeyValueBytesStoreSupplier {
    private final String name;

    Supplier(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public KeyValueStore<Bytes, byte[]> get() {
      return kept.computeIfAbsent(name, Kept::new);
    }

    @Override
    public String metricsScope() {
      return "in-memory";
    }
  }

  private static final class Kept extends InMemoryKeyValueStore {
    Kept(String name) {
      super(name);
    }

    @Override
    public void close() {
      // The next driver goes on with it.
    }
  }
}
