package org.curation.enrich.state;

import org.curation.model.ClaimResult;
import org.curation.model.Identity;
import org.curation.model.RawCuration;

/** What can happen to one curation. */
public sealed interface CurationEvent {
  /** A source told a state of the item. */
  record Recorded(RawCuration raw) implements CurationEvent {}

  /** An identity was imported, or our own assignment came back. */
  record Identified(Identity identity) implements CurationEvent {}

  /**
   * A capture arrived.
   *
   * @param requestNumber which request it answers
   */
  record Captured(String resource, long requestNumber, Resource.Answer answer)
      implements CurationEvent {}

  /** A claimed name was granted or lost. */
  record ClaimAnswered(ClaimResult result) implements CurationEvent {}

  /** Offerings in a category of this curation changed, or the site by which it is shaped. */
  record OfferingsChanged() implements CurationEvent {}

  /** The time came that the state waits for. */
  record TimeCame() implements CurationEvent {}
}
