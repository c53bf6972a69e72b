package org.curation.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One state of one curated item as its source told it: the value of {@code curation.raw}.
 *
 * @param id the item
 * @param event what happened
 * @param version how new this state is; a deletion carries the last accepted version
 * @param updatedAt when the source changed the item; breaks ties within one version only
 * @param receivedAt when ingest took it in
 * @param origin where it was read, for people: a file name, {@code webhook}, {@code poll}
 * @param payload the source's payload verbatim; null for a deletion
 * @param context what ingest resolved beside the payload; null when nothing could be had
 */
public record RawCuration(
    CurationId id,
    SourceEvent event,
    Version version,
    @Nullable Instant updatedAt,
    Instant receivedAt,
    String origin,
    @Nullable JsonNode payload,
    @Nullable CurationContext context) {

  /** Requires a payload unless the item was deleted. */
  public RawCuration {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(receivedAt, "receivedAt");
    Objects.requireNonNull(origin, "origin");
    payload = payload == null || payload.isNull() ? null : payload;
    if (payload == null && event != SourceEvent.DELETED) {
      throw new IllegalArgumentException("payload is required unless event is DELETED");
    }
  }
}
