package org.curation.enrich.process;

import java.util.Optional;
import org.curation.enrich.document.Effect;
import org.curation.enrich.state.CurationState;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.Topics;

/**
 * What is too large to be taken in. Brokers limit compressed batches, so a small record can become
 * a huge one in memory; and under exactly-once a result that the broker refuses can't be skipped,
 * so everything is measured before. Pure.
 */
final class SizeLimits {
  private static final String TOO_LARGE = "too-large";

  /** An identity is emitted again with an address more. */
  private static final int MAX_IDENTITY = 1024 * 1024;

  /** A state holds two records at most, and must fit into its changelog with room to grow. */
  private static final int MAX_STATE = 6 * 1024 * 1024;

  /** Records below this size can't make a state that is too large. */
  private static final int SURELY_FITS = 256 * 1024;

  private static final JsonSerde<CurationState> STATE = JsonSerde.of(CurationState.class);

  private SizeLimits() {}

  /** Why a record is not even looked at. */
  static Optional<Effect.Reject> input(Input input) {
    int limit = input.topic().equals(Topics.IDENTITIES.name()) ? MAX_IDENTITY : Topics.RECORD_BYTES;
    return input.value().length <= limit
        ? Optional.empty()
        : Optional.of(
            new Effect.Reject(
                TOO_LARGE,
                "The record %s has %d bytes; at most %d are taken. Shorten it in its source."
                    .formatted(input.origin(), input.value().length, limit)));
  }

  /** Why what would be remembered after a record is not taken. */
  static Optional<Effect.Reject> state(Input input, CurationState after) {
    if (input.value().length < SURELY_FITS) {
      return Optional.empty();
    }
    int bytes = STATE.write(after).length;
    return bytes <= MAX_STATE
        ? Optional.empty()
        : Optional.of(
            new Effect.Reject(
                TOO_LARGE,
                "With the record %s, %d bytes would have to be remembered of %s; at most %d are. Shorten its texts in the source."
                    .formatted(input.origin(), bytes, after.id(), MAX_STATE)));
  }
}
