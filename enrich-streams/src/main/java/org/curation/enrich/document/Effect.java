package org.curation.enrich.document;

import org.curation.model.AcceptedCuration;
import org.curation.model.CaptureKey;
import org.curation.model.CaptureRequest;
import org.curation.model.Claim;
import org.curation.model.Document;
import org.curation.model.Identity;
import org.curation.model.RawCuration;

/** What is to be told to the world after an event. */
public sealed interface Effect {
  /** A document was made or withdrawn. */
  record Publish(Document document) implements Effect {}

  /** An identity was pinned, or has a new address. */
  record Pin(Identity identity) implements Effect {}

  /** The newest record has an outcome. */
  record Accept(AcceptedCuration accepted) implements Effect {}

  /** A resource is wanted. */
  record Request(CaptureRequest request) implements Effect {}

  /**
   * A resource is no longer wanted from where it was asked for.
   *
   * @param url that it was asked for under, which says where the request is
   */
  record CancelRequest(CaptureKey key, String url) implements Effect {}

  /** A name is claimed, given back or released. */
  record Stake(Claim claim) implements Effect {}

  /**
   * The event could not be handled.
   *
   * @param reason stable code
   * @param message for people
   */
  record Reject(String reason, String message) implements Effect {}

  /**
   * An earlier record turned out to be unusable when something else arrived.
   *
   * @param letterId names the record
   */
  record RejectRecord(String letterId, RawCuration record, String reason, String message)
      implements Effect {}

  /** What an earlier letter is about has been handled since. */
  record Resolve(String letterId) implements Effect {}
}
