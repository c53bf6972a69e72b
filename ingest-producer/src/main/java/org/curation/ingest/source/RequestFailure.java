package org.curation.ingest.source;

import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** Tells failures of one request from failures of the brokers, which concern everybody. Pure. */
public final class RequestFailure {
  private RequestFailure() {}

  /** What failed for this request alone; empty when it may be the brokers. */
  public static Optional<Throwable> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isSize(cause) || isContent(cause) || isCrowd(cause)) {
        return Optional.of(cause);
      }
    }
    return Optional.empty();
  }

  /** A record is larger than the topic takes. */
  public static boolean isSize(Throwable cause) {
    return cause instanceof RecordTooLargeException
        || cause instanceof RecordBatchTooLargeException;
  }

  /** A record can't be written or is refused for what it is. */
  public static boolean isContent(Throwable cause) {
    return cause instanceof SerializationException || cause instanceof InvalidRecordException;
  }

  /** Others were there first: the line or the send buffer is full. */
  private static boolean isCrowd(Throwable cause) {
    return cause instanceof RejectedExecutionException || cause instanceof BufferExhaustedException;
  }
}
