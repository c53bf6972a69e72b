package org.curation.ingest.files;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.curation.ingest.dropmark.DropmarkItem;
import org.curation.ingest.dropmark.DropmarkItem.State;
import org.curation.model.CurationId;

/** Which items a directory lists, and how often: what the first pass over the files found out. */
final class Listings {
  private final Map<CurationId, Listing> listings = new TreeMap<>();
  private final Set<CurationId> mentioned = new TreeSet<>();
  private boolean partial;

  /**
   * One item.
   *
   * @param records how many records of it there are, deletions included
   * @param highest number of the newest record that is no deletion; -1 when there is none
   * @param deleted number of the newest deletion; -1 when there is none, the greatest when it
   *     covers every version
   */
  record Listing(int records, long highest, long deleted) {
    static final Listing NONE = new Listing(0, -1, -1);

    boolean isListed() {
      return highest >= 0;
    }

    private Listing listed(long number) {
      return new Listing(records + 1, Math.max(highest, number), deleted);
    }

    private Listing deletedAt(long number) {
      return new Listing(records + 1, highest, Math.max(deleted, number));
    }
  }

  void add(Shape shape) {
    switch (shape) {
      case Shape.WorkPackageItem told ->
          listings.put(told.item().id(), of(told.item().id()).listed(told.item().number()));
      case Shape.Mark told -> mark(told.item());
      case Shape.Deletion told ->
          listings.put(
              told.id(),
              of(told.id()).deletedAt(told.number() == null ? Long.MAX_VALUE : told.number()));
      case Shape.Skip told -> mentioned.addAll(told.about());
      case Shape.Reject reject -> {
        mentioned.addAll(reject.about());
        partial |= reject.partial();
      }
      case Shape.Undecodable broken -> partial = true;
      default -> {}
    }
  }

  private void mark(DropmarkItem item) {
    Listing before = of(item.id());
    listings.put(
        item.id(),
        item.state() == State.DELETED
            ? before.deletedAt(item.number())
            : before.listed(item.number()));
  }

  Listing of(CurationId id) {
    return listings.getOrDefault(id, Listing.NONE);
  }

  /** Whether a record, a deletion, or something that is not published is about an item. */
  boolean names(CurationId id) {
    return listings.containsKey(id) || mentioned.contains(id);
  }

  /** The items that have a record or a deletion. */
  Set<CurationId> ids() {
    return Collections.unmodifiableSet(listings.keySet());
  }

  boolean isEmpty() {
    return listings.values().stream().noneMatch(Listing::isListed);
  }

  /** Whether the directory might list more than could be read. */
  boolean isPartial() {
    return partial;
  }

  /** Notes that a later pass could not read what the first one could. */
  void addLate(Shape shape) {
    partial |=
        shape instanceof Shape.Undecodable || (shape instanceof Shape.Reject r && r.partial());
  }
}
