package org.curation.model.topic;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/**
 * What a dead letter's headers say. Its value is the original bytes, its key {@link #letterId}.
 *
 * <p>A decision (redriven, discarded) is a record of the same key with {@link #DECISION} set.
 */
public final class DeadLetterHeaders {
  public static final String STAGE = "curation-stage";
  public static final String REASON = "curation-reason";
  public static final String MESSAGE = "curation-message";
  public static final String ORIGIN = "curation-origin";
  public static final String ORIGINAL_KEY = "curation-original-key";
  public static final String FIRST_FAILURE = "curation-first-failure";
  public static final String REDRIVE_COUNT = "curation-redrive-count";
  public static final String DECISION = "curation-decision";
  public static final String DECIDED_BY = "curation-decided-by";

  private static final int MAX_MESSAGE = 2000;

  private DeadLetterHeaders() {}

  /** The key of a letter about a record of a topic. */
  public static String letterId(String stage, String topic, int partition, long offset) {
    return stage + "/" + topic + "/" + partition + "/" + offset;
  }

  /**
   * Sets a letter's headers.
   *
   * @param reason a stable code in lower case with dashes, for example {@code no-lane}
   * @param message for people: the place, what was expected, what to do; cut at 2,000 characters
   * @param origin the record or file that it is about
   */
  public static void write(
      Headers headers,
      String stage,
      String reason,
      String message,
      String origin,
      Instant firstFailure) {
    EventHeaders.set(headers, STAGE, stage);
    EventHeaders.set(headers, REASON, reason);
    EventHeaders.set(
        headers,
        MESSAGE,
        message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) : message);
    EventHeaders.set(headers, ORIGIN, origin);
    EventHeaders.set(headers, FIRST_FAILURE, firstFailure.toString());
  }
}
