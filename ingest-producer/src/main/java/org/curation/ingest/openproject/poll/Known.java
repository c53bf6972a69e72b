package org.curation.ingest.openproject.poll;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.curation.ingest.source.AcceptedView;
import org.curation.model.AcceptedCuration;
import org.curation.model.CurationId;
import org.curation.model.Version;
import org.jspecify.annotations.Nullable;

/**
 * What was published of items: as this process remembers of the last ones, and as enrichment has
 * accepted, which comes some time later. For one thread.
 */
final class Known {
  private static final int MOST = 50_000;

  private final AcceptedView accepted;
  private final Map<CurationId, Told> told =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CurationId, Told> eldest) {
          return size() > MOST;
        }
      };

  private record Told(Version version, @Nullable Instant updatedAt, boolean deleted) {}

  Known(AcceptedView accepted) {
    this.accepted = accepted;
  }

  /** The version of an item that is listed: after a deletion it lives again. */
  Version listed(CurationId id, long number) {
    Told last = last(id);
    if (last == null) {
      return new Version(0, number);
    }
    boolean again = last.deleted() && number >= last.version().number();
    return new Version(last.version().incarnation() + (again ? 1 : 0), number);
  }

  /** Whether this process has published just this. */
  boolean isTold(CurationId id, Version version, @Nullable Instant updatedAt) {
    Told mine = told.get(id);
    return mine != null && mine.equals(new Told(version, updatedAt, false));
  }

  /** Whether enrichment has accepted this or a newer one. */
  boolean isAccepted(CurationId id, Version version) {
    return accepted.find(id).filter(item -> item.version().compareTo(version) >= 0).isPresent();
  }

  /** The version that a deletion has; null when nothing is known, or it is deleted. */
  @Nullable Version toDelete(CurationId id) {
    Told last = last(id);
    return last == null || last.deleted() ? null : last.version();
  }

  void tell(CurationId id, Version version, @Nullable Instant updatedAt, boolean deleted) {
    told.remove(id);
    told.put(id, new Told(version, updatedAt, deleted));
  }

  private @Nullable Told last(CurationId id) {
    Told mine = told.get(id);
    AcceptedCuration theirs = accepted.find(id).orElse(null);
    if (theirs == null) {
      return mine;
    }
    boolean deleted = theirs.state() == AcceptedCuration.State.DELETED;
    int order = mine == null ? -1 : mine.version().compareTo(theirs.version());
    return mine != null && (order > 0 || (order == 0 && (mine.deleted() || !deleted)))
        ? mine
        : new Told(theirs.version(), null, deleted);
  }
}
