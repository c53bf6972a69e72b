package org.curation.ingest.source;

/** A record whose shape is wrong at one place. Its message never quotes more than a few words. */
public final class MalformedRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param keyPath the place in the record, for example {@code _links.self.href}
   * @param expected what should be there
   */
  public MalformedRecordException(String keyPath, String expected) {
    super(keyPath + ": expected " + expected);
  }
}
