package org.curation.enrich.offering;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All offerings by number, numbered again without gaps so that they can be bits. A new highest
 * number is appended; one in between makes a new layout, at once for all that came together. For
 * one thread.
 */
final class OfferingsById {
  private static final int SOME = 1024;

  private final TreeMap<Long, IndexedOffering> byId = new TreeMap<>();
  private final List<@Nullable IndexedOffering> byOrdinal = new ArrayList<>();
  private long highest = Long.MIN_VALUE;
  private boolean settled = true;
  private long layout = 1;

  @Nullable IndexedOffering get(long id) {
    return byId.get(id);
  }

  void put(IndexedOffering offering) {
    IndexedOffering old = byId.put(offering.id(), offering);
    if (old != null) {
      place(offering, old.ordinal());
    } else if (settled && !isHollow() && (byOrdinal.isEmpty() || offering.id() > highest)) {
      byOrdinal.add(null);
      highest = offering.id();
      place(offering, byOrdinal.size() - 1);
    } else {
      unsettle();
    }
  }

  void remove(long id) {
    IndexedOffering old = byId.remove(id);
    if (old != null && settled) {
      byOrdinal.set(old.ordinal(), null);
    }
  }

  /** Which numbering counts; another number after a renumbering. */
  long layout() {
    return layout;
  }

  /** How many bits there may be. */
  int ordinals() {
    return byOrdinal.size();
  }

  /** The offering of a bit. */
  IndexedOffering at(int ordinal) {
    IndexedOffering offering = byOrdinal.get(ordinal);
    if (offering == null) {
      throw new IllegalStateException("no offering has the ordinal " + ordinal);
    }
    return offering;
  }

  /** Renumbers, if something came in between; to be called before bits are looked at. */
  void settle() {
    if (settled) {
      return;
    }
    byOrdinal.clear();
    for (IndexedOffering offering : byId.values()) {
      offering.ordinal(byOrdinal.size());
      byOrdinal.add(offering);
      highest = offering.id();
    }
    settled = true;
  }

  /** Whether more was withdrawn than is there. */
  private boolean isHollow() {
    return byOrdinal.size() > 2 * byId.size() + SOME;
  }

  private void place(IndexedOffering offering, int ordinal) {
    offering.ordinal(ordinal);
    if (settled) {
      byOrdinal.set(ordinal, offering);
    }
  }

  private void unsettle() {
    settled = false;
    layout++;
  }
}
