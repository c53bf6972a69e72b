package org.curation.sink.store;

import java.util.Optional;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/**
 * One write of a batch that its store can never take, whatever is tried. Nothing of the batch was
 * applied; the same batch without this write may be.
 */
public final class RefusedWriteException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The document's or an asset's place is not allowed. */
  public static final String UNSAFE_PATH = "unsafe-path";

  /** The document's or an asset's place belongs to another curation. */
  public static final String PATH_TAKEN = "path-taken";

  /** The document's address belongs to another curation. */
  public static final String ADDRESS_TAKEN = "address-taken";

  private final transient CurationId id;
  private final transient @Nullable CurationId owner;
  private final String reason;
  private final String message;

  /**
   * Refuses a write.
   *
   * @param reason stable code for the dead letter
   * @param message for people: the place, what was expected, what to do
   */
  public RefusedWriteException(CurationId id, String reason, String message) {
    this(id, null, reason, message);
  }

  /**
   * Refuses a write because of what another curation has.
   *
   * @param owner who has it; null when it is no curation
   */
  public RefusedWriteException(
      CurationId id, @Nullable CurationId owner, String reason, String message) {
    super(message);
    this.id = id;
    this.owner = owner;
    this.reason = reason;
    this.message = message;
  }

  /** Whose write it is. */
  public CurationId id() {
    return id;
  }

  /** The curation that is in the way; empty when it is something else. */
  public Optional<CurationId> owner() {
    return Optional.ofNullable(owner);
  }

  /** For people: the place, what was expected, what to do. */
  @Override
  public String getMessage() {
    return message;
  }

  /** Stable code for the dead letter. */
  public String reason() {
    return reason;
  }
}
