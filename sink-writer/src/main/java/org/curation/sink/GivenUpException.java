package org.curation.sink;

/** The sink is closing in the middle of an outage; what was in hand is redone at the next start. */
final class GivenUpException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GivenUpException(String what) {
    super("closing while " + what);
  }
}
