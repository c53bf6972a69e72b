package org.curation.service;

/**
 * A mistake of the person at the keyboard. The message names the input, the place, what was
 * expected and what to do; the command line prints it without a stack trace.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A mistake, in full sentences. */
  public UserError(String message) {
    super(message);
  }

  /** A mistake that showed as another exception. */
  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
