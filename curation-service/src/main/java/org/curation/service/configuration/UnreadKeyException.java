package org.curation.service.configuration;

/**
 * The value of a key is asked for that is not known: it is given and can't be read, or is missing.
 * What is wrong with it is told already; what depends on it can't be checked.
 */
public final class UnreadKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadKeyException(String key) {
    super(key + " could not be read");
  }
}
