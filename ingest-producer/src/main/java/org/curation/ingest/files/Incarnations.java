package org.curation.ingest.files;

import org.curation.ingest.files.Listings.Listing;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.model.AcceptedCuration;
import org.curation.model.AcceptedCuration.State;
import org.curation.model.CurationId;
import org.curation.model.Version;
import org.jspecify.annotations.Nullable;

/** Says which life of an item a record belongs to. Pure. */
final class Incarnations {
  private final AcceptedIndex accepted;
  private final Listings listings;
  private final boolean mirror;

  Incarnations(AcceptedIndex accepted, Listings listings, boolean mirror) {
    this.accepted = accepted;
    this.listings = listings;
    this.mirror = mirror;
  }

  /**
   * The version of a record that is listed. In a mirror, an item that was deleted and is listed
   * again, not older than it was, lives again; unless the directory itself says that it is deleted.
   */
  Version listed(CurationId id, long number) {
    AcceptedCuration known = accepted.find(id).orElse(null);
    if (known == null) {
      return new Version(0, number);
    }
    long incarnation = known.version().incarnation();
    boolean again =
        mirror
            && known.state() == State.DELETED
            && number >= known.version().number()
            && number > listings.of(id).deleted();
    return new Version(again ? incarnation + 1 : incarnation, number);
  }

  /** The version of a deletion whose number is known. */
  Version deleted(CurationId id, long number) {
    AcceptedCuration known = accepted.find(id).orElse(null);
    return new Version(known == null ? 0 : known.version().incarnation(), number);
  }

  /** The version of a deletion of whatever is known; null when nothing is. */
  @Nullable Version deleted(CurationId id) {
    AcceptedCuration known = accepted.find(id).orElse(null);
    Listing listing = listings.of(id);
    long highest = Math.max(listing.highest(), known == null ? -1 : known.version().number());
    if (listing.deleted() < Long.MAX_VALUE) {
      highest = Math.max(highest, listing.deleted());
    }
    return highest < 0 ? null : deleted(id, highest);
  }
}
