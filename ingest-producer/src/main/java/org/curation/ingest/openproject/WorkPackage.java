package org.curation.ingest.openproject;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.curation.ingest.source.Fields;
import org.curation.ingest.source.MalformedRecordException;
import org.curation.ingest.source.UpdateTime;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/**
 * A work package as OpenProject's API or webhook shows it.
 *
 * @param number what its versions count by: {@code lockVersion}, else {@code updatedAt} in
 *     microseconds
 * @param payload verbatim
 */
public record WorkPackage(
    CurationId id, long number, @Nullable Instant updatedAt, JsonNode payload) {
  /** The source's name in curation ids. */
  public static final String SOURCE = "open-project";

  private static final String LOCK_VERSION = "lockVersion";
  private static final String UPDATED_AT = "updatedAt";

  /**
   * Reads what every work package must have.
   *
   * @throws MalformedRecordException when the id or both version and time are missing or wrong
   */
  public static WorkPackage of(JsonNode payload) {
    JsonNode id = payload.path("id");
    if (!id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() < 0) {
      throw new MalformedRecordException("id", "a work package's number");
    }
    Instant updatedAt = updatedAt(payload);
    return new WorkPackage(
        idOf(Long.toString(id.longValue())), number(payload, updatedAt), updatedAt, payload);
  }

  /** The curation id of a work package's number. */
  public static CurationId idOf(String number) {
    return new CurationId(SOURCE, number);
  }

  private static @Nullable Instant updatedAt(JsonNode payload) {
    JsonNode time = payload.path(UPDATED_AT);
    if (time.isMissingNode() || time.isNull()) {
      return null;
    }
    String text = Fields.text(payload, UPDATED_AT);
    if (text == null) {
      throw new MalformedRecordException(UPDATED_AT, "a time in quotes");
    }
    return UpdateTime.parse(text, UPDATED_AT);
  }

  private static long number(JsonNode payload, @Nullable Instant updatedAt) {
    JsonNode lock = payload.path(LOCK_VERSION);
    if (!lock.isMissingNode() && !lock.isNull()) {
      if (!lock.isIntegralNumber() || !lock.canConvertToLong() || lock.longValue() < 0) {
        throw new MalformedRecordException(LOCK_VERSION, "a whole number from 0");
      }
      return lock.longValue();
    }
    if (updatedAt == null) {
      throw new MalformedRecordException(
          LOCK_VERSION, "a whole number from 0, or a time at " + UPDATED_AT);
    }
    return UpdateTime.micros(updatedAt, UPDATED_AT);
  }
}
