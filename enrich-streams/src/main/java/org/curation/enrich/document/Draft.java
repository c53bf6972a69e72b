package org.curation.enrich.document;

import org.curation.model.Document;

/** What became of shaping an item. */
sealed interface Draft {
  /**
   * A document, with revision 0 until it is known to differ from the last one.
   *
   * @param addresses to be pinned when it is published
   */
  record Shaped(Document document, Addresses addresses) implements Draft {}

  /**
   * It must be known first who has the names that it wants.
   *
   * @param document as it would be if it got them all
   * @param addresses that it wants, to be remembered
   */
  record Waiting(Document document, Addresses addresses) implements Draft {}

  /**
   * Its lane does not publish it, because an older item has the same link.
   *
   * @param addresses that it would have
   * @param reason for people
   */
  record Withheld(Addresses addresses, String reason) implements Draft {}

  /** It can't be a document. */
  record Unusable(String reason, String message) implements Draft {}
}
