package org.curation.ingest.source;

import org.curation.model.Offering;
import org.curation.model.RawCuration;
import org.curation.service.DeadLetter;

/** One thing that a source tells: a record to publish, or why there is none. */
public sealed interface SourceItem {

  /** One state of one curated item. */
  record Curation(RawCuration raw) implements SourceItem {}

  /** A product offering. */
  record OfferingItem(Offering offering) implements SourceItem {}

  /** A product offering that is no longer offered. */
  record OfferingWithdrawn(long offeringId) implements SourceItem {}

  /**
   * Input that must not be believed or may not be acted on; counted, not dead-lettered.
   *
   * @param origin where it was read, for people
   * @param reason stable words, counted by
   * @param message for people: what was expected and what to do
   */
  record Rejected(String origin, String reason, String message) implements SourceItem {}

  /**
   * Input that is fine but holds nothing to publish; counted.
   *
   * @param origin where it was read, for people
   * @param reason stable words, counted by
   */
  record Skipped(String origin, String reason) implements SourceItem {}

  /** Input that can't be read as a record; its bytes go to the dead letters. */
  record Undecodable(DeadLetter letter) implements SourceItem {}
}
