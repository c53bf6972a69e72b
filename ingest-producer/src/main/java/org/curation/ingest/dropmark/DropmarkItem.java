package org.curation.ingest.dropmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.curation.ingest.source.Fields;
import org.curation.ingest.source.MalformedRecordException;
import org.curation.ingest.source.UpdateTime;
import org.curation.model.CurationContext;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/**
 * An item of a Dropmark collection, as its API or its public export shows it.
 *
 * @param number what its versions count by: the newer of update and deletion, in microseconds
 * @param payload verbatim
 */
public record DropmarkItem(
    CurationId id, long number, @Nullable Instant updatedAt, State state, JsonNode payload) {
  /** The source's name in curation ids. */
  public static final String SOURCE = "dropmark";

  private static final String UPDATED_AT = "updated_at";
  private static final String DELETED_AT = "deleted_at";

  /** Whether there is something to publish. */
  public enum State {
    LINK,
    /** An image, a text and so on: nothing that links to an article. */
    OTHER_TYPE,
    /** A link without an address. */
    NO_LINK,
    DELETED
  }

  /**
   * Reads what every item must have.
   *
   * @throws MalformedRecordException when the id or the times are missing or wrong
   */
  public static DropmarkItem of(JsonNode payload) {
    Instant updated = time(payload, UPDATED_AT);
    Instant deleted = time(payload, DELETED_AT);
    if (updated == null && deleted == null) {
      throw new MalformedRecordException(UPDATED_AT, "the time of the last change");
    }
    long number =
        Math.max(
            updated == null ? 0 : UpdateTime.micros(updated, UPDATED_AT),
            deleted == null ? 0 : UpdateTime.micros(deleted, DELETED_AT));
    Instant newest =
        updated == null || (deleted != null && deleted.isAfter(updated)) ? deleted : updated;
    return new DropmarkItem(idOf(payload), number, newest, state(payload, deleted), payload);
  }

  /** What is known beside the payload. */
  public CurationContext context(@Nullable String collection) {
    String userName = Fields.words(payload, "user_name");
    String author = userName == null ? Fields.words(payload, "username") : userName;
    return new CurationContext(null, null, null, null, author, null, collection);
  }

  /** The name of the collection that the item says it belongs to; null when it doesn't say. */
  public @Nullable String collection() {
    return Fields.words(payload, "collection_name");
  }

  /** The address that a link item points to; null when it has none. */
  public @Nullable String link() {
    return Fields.words(payload, "link");
  }

  private static CurationId idOf(JsonNode payload) {
    String id = Fields.id(payload, "id");
    try {
      return new CurationId(SOURCE, id == null ? "" : id);
    } catch (IllegalArgumentException e) {
      throw new MalformedRecordException(
          "id", "an item's number, or letters, digits, dots and dashes");
    }
  }

  private static State state(JsonNode payload, @Nullable Instant deleted) {
    if (!"link".equals(Fields.text(payload, "type"))) {
      return State.OTHER_TYPE;
    }
    if (deleted != null) {
      return State.DELETED;
    }
    return Fields.words(payload, "link") == null ? State.NO_LINK : State.LINK;
  }

  private static @Nullable Instant time(JsonNode payload, String name) {
    JsonNode time = payload.path(name);
    if (time.isMissingNode() || time.isNull()) {
      return null;
    }
    String text = Fields.text(payload, name);
    if (text == null) {
      throw new MalformedRecordException(name, "a time in quotes");
    }
    return UpdateTime.parse(text, name);
  }
}
