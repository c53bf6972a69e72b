package org.curation.ingest.capture;

import org.curation.model.LinkHealth;
import org.curation.model.LinkHealth.Outcome;

/** How a link is, for people: its condition, and whether that is known from the web at all. */
public enum LinkState {
  /** It leads to content. */
  OK,
  /** It leads to content, at another address for good. */
  MOVED,
  /** The last tries failed; it is tried again. */
  FAILING,
  /** The server says that it is gone, or every try over hours failed. */
  GONE,
  /** The recordings don't have it; nobody asked its server. */
  UNRECORDED,
  /** Our own rules, or the site's robots.txt, forbid to fetch it. */
  REFUSED;

  /** How a link is. */
  public static LinkState of(LinkHealth link) {
    return switch (link.condition()) {
      case OK -> OK;
      case MOVED -> MOVED;
      case FAILING -> FAILING;
      // A server that says so does it with a status.
      case GONE -> link.outcome() == Outcome.GONE && link.status() == null ? UNRECORDED : GONE;
      case REFUSED -> REFUSED;
    };
  }
}
