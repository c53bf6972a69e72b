package org.curation.sink.store;

import org.curation.model.Document;
import org.curation.model.Version;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a document may replace what a store holds, so that no store ever goes back. Pure.
 *
 * <p>Within one epoch (one life of the documents topic) the greater (version, revision) wins. A new
 * epoch counts incarnations and revisions from the start, so across epochs only the source's own
 * number can say that a document is older; of equal numbers the content decides.
 */
public final class Guard {
  private Guard() {}

  /**
   * What a store holds of one curation.
   *
   * @param epoch id of the topic that it was read from
   */
  public record Held(
      String epoch, Version version, long revision, Document.State state, String contentHash) {}

  /** What to do with a document. */
  public enum Decision {
    /** Newer: write it. */
    APPLY,
    /** The very document that is held: nothing to do. */
    SAME,
    /** Held content from another epoch: only the record of what is held takes the new guard. */
    ADOPT,
    /** Older than what is held: ignore it. */
    STALE
  }

  /**
   * Decides.
   *
   * @param held null when the store holds nothing of this curation
   * @param epoch id of the topic that the document was read from
   */
  public static Decision decide(@Nullable Held held, Document document, String epoch) {
    if (held == null) {
      return Decision.APPLY;
    }
    return held.epoch().equals(epoch) ? withinEpoch(held, document) : acrossEpochs(held, document);
  }

  private static Decision withinEpoch(Held held, Document document) {
    int byVersion = document.version().compareTo(held.version());
    int newer = byVersion != 0 ? byVersion : Long.compare(document.revision(), held.revision());
    if (newer == 0) {
      return Decision.SAME;
    }
    return newer > 0 ? Decision.APPLY : Decision.STALE;
  }

  private static Decision acrossEpochs(Held held, Document document) {
    if (document.version().number() < held.version().number()) {
      return Decision.STALE;
    }
    boolean same =
        document.state() == held.state() && document.contentHash().equals(held.contentHash());
    return same ? Decision.ADOPT : Decision.APPLY;
  }
}
