package org.curation.ingest.files;

import java.util.List;
import java.util.Optional;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.source.DropLimit;
import org.curation.model.AcceptedCuration;
import org.curation.model.CurationId;

/**
 * Finds out what is known but no longer listed. Deletes nothing at all when the listing looks
 * incomplete. Pure.
 *
 * @param missing the items to delete, by id
 * @param refusal why nothing may be deleted, for people; empty when everything in {@code missing}
 *     may be
 */
record Mirror(List<AcceptedCuration> missing, Optional<String> refusal) {
  static Mirror of(AcceptedIndex accepted, Listings listings, double limit) {
    List<CurationId> live =
        accepted.accepted().keySet().stream().filter(accepted::isLive).sorted().toList();
    List<AcceptedCuration> missing =
        live.stream()
            .filter(id -> !listings.names(id))
            .flatMap(id -> accepted.find(id).stream())
            .toList();
    return new Mirror(missing, refusal(missing.size(), live.size(), listings, limit));
  }

  private static Optional<String> refusal(int missing, int live, Listings listings, double limit) {
    if (missing == 0) {
      return Optional.empty();
    }
    String deletions = "%d of %d known items are not listed".formatted(missing, live);
    if (listings.isPartial()) {
      return Optional.of(
          deletions
              + ", but a part of the directory could not be read, so none of them is deleted. Repair or take out what is reported as unreadable or undecodable, then run again.");
    }
    if (listings.isEmpty()) {
      return Optional.of(
          deletions
              + ", because nothing at all is; none of them is deleted. Check that this is the right directory.");
    }
    return new DropLimit(limit)
        .exceeded(missing, live)
        .map(
            exceeded ->
                "%s, %s; none of them is deleted. If they really are gone, run again with a higher mirror limit."
                    .formatted(deletions, exceeded));
  }
}
