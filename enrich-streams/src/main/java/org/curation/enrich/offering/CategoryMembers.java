package org.curation.enrich.offering;

import java.util.BitSet;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The offerings of one category by number; when it is asked for, also as bits by ordinal, so that
 * what two large categories share is found without looking at each offering. For one thread.
 */
final class CategoryMembers {
  private final NavigableMap<Long, IndexedOffering> byId = new TreeMap<>();
  private @Nullable BitSet bits;
  private long layoutOfBits;

  void add(IndexedOffering offering, long layout) {
    byId.put(offering.id(), offering);
    if (bits != null && layoutOfBits == layout) {
      bits.set(offering.ordinal());
    } else {
      bits = null;
    }
  }

  void remove(IndexedOffering offering, long layout) {
    byId.remove(offering.id());
    if (bits != null && layoutOfBits == layout) {
      bits.clear(offering.ordinal());
    } else {
      bits = null;
    }
  }

  int size() {
    return byId.size();
  }

  Collection<IndexedOffering> all() {
    return byId.values();
  }

  /** Bits by ordinal. Not to be changed. */
  BitSet bits(long layout) {
    if (bits == null || layoutOfBits != layout) {
      BitSet fresh = new BitSet();
      byId.values().forEach(offering -> fresh.set(offering.ordinal()));
      bits = fresh;
      layoutOfBits = layout;
      return fresh;
    }
    return bits;
  }
}
