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
   * @throws RuntimeException that of {@link #unavailable} when it can't be told what is published
   */
  Difference difference(List<Offering> all);

  /** Tells the caller to come back later. */
  static RuntimeException unavailable() {
    return Problem.of(
            Problem.Kind.UNAVAILABLE, "What is published can't be read at the moment; try again.")
        .with("Retry-After", "10")
        .asException();
  }

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
