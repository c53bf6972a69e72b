package org.curation.sink.hugo;

/** A path that must not be written to. The message names the path and the rule. */
public final class UnsafePathException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsafePathException(String message) {
    super(message);
  }
}
