package org.curation.ingest.api;

import java.util.List;
import java.util.Optional;
import org.curation.ingest.source.SourceItem;
import org.curation.model.Offering;

/** Compares all offerings that there are with those that are published. Safe for use by threads. */
public interface SnapshotOfferings {
  /**
   * What must be published so that exactly these offerings are offered.
   *
   * @param all every offering, each id once
   */
  Difference difference(List<Offering> all);

  /**
   * What must be published.
   *
   * @param refusal why nothing may be, for people: too many would be withdrawn
   */
  record Difference(List<SourceItem> items, Optional<String> refusal) {
    /** Copies the list. */
    public Difference {
      items = List.copyOf(items);
    }
  }
}
