package org.curation.service.letters;

/** Another redrive or discard has begun on this cluster; this one can decide nothing any more. */
public final class TakenOverException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TakenOverException(Throwable cause) {
    super(
        "Another redrive or discard was started on this cluster, so this one stopped. What it had reported as done is done, nothing is done by half. Run it again when the other one has ended.",
        cause);
  }
}
