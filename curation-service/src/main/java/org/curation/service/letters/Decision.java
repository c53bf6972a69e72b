package org.curation.service.letters;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a letter.
 *
 * @param what {@code redriven}, {@code discarded} or {@code resolved}
 * @param by a person, or the stage that resolved it
 * @param why null when nobody said
 * @param at null for a stage's own decision
 * @param valueSha256 of mended bytes that were sent in place of the original
 */
public record Decision(
    String what,
    String by,
    @Nullable String why,
    @Nullable Instant at,
    @Nullable String valueSha256) {

  /** The decision in a record's headers; null when the record is an open letter. */
  static @Nullable Decision of(Headers headers) {
    String what = EventHeaders.read(headers, DeadLetterHeaders.DECISION);
    if (what == null) {
      return null;
    }
    String by = EventHeaders.read(headers, DeadLetterHeaders.DECIDED_BY);
    return new Decision(
        what,
        by == null ? "unknown" : by,
        EventHeaders.read(headers, DeadLetterHeaders.DECIDED_WHY),
        DeadLetterHeaders.instant(headers, DeadLetterHeaders.DECIDED_AT),
        EventHeaders.read(headers, DeadLetterHeaders.VALUE_SHA256));
  }

  void write(Headers headers) {
    EventHeaders.set(headers, DeadLetterHeaders.DECISION, what);
    EventHeaders.set(headers, DeadLetterHeaders.DECIDED_BY, by);
    if (why != null) {
      EventHeaders.set(headers, DeadLetterHeaders.DECIDED_WHY, why);
    }
    if (at != null) {
      EventHeaders.set(headers, DeadLetterHeaders.DECIDED_AT, at.toString());
    }
    if (valueSha256 != null) {
      EventHeaders.set(headers, DeadLetterHeaders.VALUE_SHA256, valueSha256);
    }
  }
}
