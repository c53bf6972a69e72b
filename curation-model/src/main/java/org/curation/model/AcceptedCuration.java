package org.curation.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The newest accepted version and state of an item: the value of {@code curation.accepted}, which
 * reconciliation and audit compare with.
 *
 * @param lane the lane that shapes it; null when deleted, ignored or dead-lettered
 * @param reason why it is in a state that does not publish; null when {@code PUBLISHED}
 * @param archived true when the item is known only from a site that was published before: no source
 *     has told it, so none may miss it; else null
 */
public record AcceptedCuration(
    CurationId id,
    Version version,
    State state,
    @Nullable String lane,
    @Nullable String reason,
    @Nullable Boolean archived) {
  /** What became of the newest accepted version. */
  public enum State {
    /** A document was emitted. */
    PUBLISHED,
    /** The lane holds it until something arrives or its time comes. */
    WAITING,
    /** The lane says that such items are not published. */
    IGNORED,
    /** It can't be shaped; a dead letter says why. */
    DEAD_LETTERED,
    /** The source deleted it. */
    DELETED
  }

  /** Requires all but lane and reason. */
  public AcceptedCuration {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(state, "state");
  }

  /** An item that a source told. */
  public AcceptedCuration(
      CurationId id, Version version, State state, @Nullable String lane, @Nullable String reason) {
    this(id, version, state, lane, reason, null);
  }
}
