package org.curation.enrich.record;

/** What became of reading a payload. */
public sealed interface Reading {
  /** It is an item. */
  record Item(CuratedItem item) implements Reading {}

  /**
   * It can't become a document.
   *
   * @param reason stable code
   * @param message for people: what is missing and where to mend it
   */
  record Unusable(String reason, String message) implements Reading {}
}
