package org.curation.enrich.process;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.curation.model.CurationId;

/** Which curations are in which category. Keys are category, NUL, curation id. */
final class CategoryStore {
  private static final char END = '\0';
  private static final byte[] PRESENT = {};

  private final KeyValueStore<String, byte[]> store;

  CategoryStore(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  void replace(CurationId id, List<String> before, List<String> after) {
    for (String category : before) {
      if (!after.contains(category)) {
        store.delete(category + END + id);
      }
    }
    for (String category : after) {
      if (!before.contains(category)) {
        store.put(category + END + id, PRESENT);
      }
    }
  }

  TreeSet<CurationId> curationsIn(Collection<String> categories) {
    TreeSet<CurationId> found = new TreeSet<>();
    for (String category : categories) {
      String prefix = category + END;
      try (KeyValueIterator<String, byte[]> entries =
          store.prefixScan(prefix, new StringSerializer())) {
        while (entries.hasNext()) {
          found.add(CurationId.parse(entries.next().key.substring(prefix.length())));
        }
      }
    }
    return found;
  }
}
