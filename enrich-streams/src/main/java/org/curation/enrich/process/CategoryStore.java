package org.curation.enrich.process;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.curation.model.CurationId;

/** Which curations are in which category. Keys are category, NUL, curation id. */
final class CategoryStore {
  private static final char END = '\0';

  /** Comes behind every key of a category. */
  private static final char AFTER_END = '\1';

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

  /**
   * The next curations in a category, in the order of their keys.
   *
   * @param after the last one that was seen; empty for the first page
   */
  List<CurationId> page(String category, String after, int size) {
    List<CurationId> page = new ArrayList<>();
    String prefix = category + END;
    String from = after.isEmpty() ? prefix : prefix + after + END;
    try (KeyValueIterator<String, byte[]> entries = store.range(from, category + AFTER_END)) {
      while (page.size() < size && entries.hasNext()) {
        String key = entries.next().key;
        if (key.startsWith(prefix)) {
          page.add(CurationId.parse(key.substring(prefix.length())));
        }
      }
    }
    return page;
  }
}
