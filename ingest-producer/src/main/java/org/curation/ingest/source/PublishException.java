package org.curation.ingest.source;

/** The brokers did not acknowledge a record, so the run that sent it failed. */
public final class PublishException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the topic and what the brokers or the client said. */
  public PublishException(String topic, Throwable cause) {
    super(
        "A record for %s was not acknowledged: %s. Records before it may be published; run again, nothing is published twice."
            .formatted(topic, cause.getMessage()),
        cause);
  }

  private PublishException(Throwable cause, String message) {
    super(message, cause);
  }

  /** Says that another program seems to publish what the same source tells. */
  static PublishException takenOver(String source, Throwable cause) {
    return new PublishException(
        cause,
        "Another ingest reads %s on this cluster and took over, or this one stood still for long. A source is read by one program only: if there are two, stop one of them, or take the source's keys out of its configuration. Nothing is lost."
            .formatted(source));
  }
}
