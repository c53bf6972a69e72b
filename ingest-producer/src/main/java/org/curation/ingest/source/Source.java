package org.curation.ingest.source;

import java.util.function.Consumer;

/** Where curated items come from. */
public interface Source {
  /** A short name for people and logs. */
  String name();

  /**
   * Tells everything that the source holds. The records of one curation are told oldest first, on
   * the calling thread.
   *
   * @throws org.curation.service.UserError when the source can't be read at all
   */
  void read(Consumer<? super SourceItem> out);
}
