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
}
