package org.curation.ingest.source;

import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.curation.model.RawCuration;
import org.curation.model.topic.Topics;
import org.curation.service.DeadLetter;
import org.jspecify.annotations.Nullable;

/**
 * What is sent for one thing that a source told, and how it counts. Pure but for trace ids.
 *
 * @param message to be sent; null when the item is only counted
 * @param outcome one of the words that {@code curation_records_total} has for ingest
 * @param letter when the message is a dead letter
 */
record Outgoing(
    @Nullable ProducerRecord<String, byte[]> message, String outcome, @Nullable DeadLetter letter) {

  /** What an item leads to; a record that is too large becomes a dead letter. */
  static Outgoing of(SourceItem item, Instant now) {
    return switch (item) {
      case SourceItem.Curation told -> curation(told.raw(), now);
      case SourceItem.OfferingItem told -> {
        long id = told.offering().offeringId();
        yield fitting(
            SourceRecords.offering(id, told.offering(), now),
            "offering-published",
            "offering " + id,
            now);
      }
      case SourceItem.OfferingWithdrawn told ->
          new Outgoing(
              SourceRecords.offering(told.offeringId(), null, now), "offering-withdrawn", null);
      case SourceItem.Rejected told -> new Outgoing(null, "rejected", null);
      case SourceItem.Skipped told -> new Outgoing(null, "skipped", null);
      case SourceItem.Undecodable told -> letter(told.letter(), now);
    };
  }

  private static Outgoing curation(RawCuration raw, Instant now) {
    return fitting(SourceRecords.curation(raw), "published", raw.origin(), now);
  }

  private static Outgoing fitting(
      ProducerRecord<String, byte[]> message, String outcome, String origin, Instant now) {
    return SourceRecords.bytes(message) > Topics.RECORD_BYTES
        ? letter(SourceRecords.tooLarge(message, origin), now)
        : new Outgoing(message, outcome, null);
  }

  private static Outgoing letter(DeadLetter letter, Instant now) {
    DeadLetter fitting = SourceRecords.fitting(letter);
    return new Outgoing(fitting.toRecord(now), "dead-lettered", fitting);
  }
}
