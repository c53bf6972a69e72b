package org.curation.model.topic;

import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What a dead letter's headers say. Its value is the original bytes, its key {@link #letterId}.
 *
 * <p>A decision is a record of the same key with {@link #DECISION} set. A person's decision
 * (redriven, discarded) keeps all headers of the letter and adds who, why and when, so that
 * compaction takes the letter but not its story. A discarded letter keeps its bytes too, for they
 * exist nowhere else; those of a redriven one are in the topic that it went back to. A stage's own
 * decision (resolved: what the letter was about has been handled since) has no more than that.
 *
 * <p>A record that was redriven carries {@link #REDRIVE_COUNT}, {@link #REDRIVE_OF} and {@link
 * #FIRST_FAILURE}; a letter about it takes them over, so that letters form a chain.
 */
public final class DeadLetterHeaders {
  public static final String STAGE = "curation-stage";
  public static final String REASON = "curation-reason";
  public static final String MESSAGE = "curation-message";
  public static final String ORIGIN = "curation-origin";
  public static final String ORIGINAL_KEY = "curation-original-key";
  public static final String FIRST_FAILURE = "curation-first-failure";

  /** How often this has been sent back before, a decimal number; absent for never. */
  public static final String REDRIVE_COUNT = "curation-redrive-count";

  /** The letter that was sent back. */
  public static final String REDRIVE_OF = "curation-redrive-of";

  /** {@link #REDRIVEN}, {@link #DISCARDED} or {@link #RESOLVED}. */
  public static final String DECISION = "curation-decision";

  public static final String DECIDED_BY = "curation-decided-by";
  public static final String DECIDED_WHY = "curation-decided-why";
  public static final String DECIDED_AT = "curation-decided-at";

  /** SHA-256 of mended bytes that were sent in place of the original, lower-case hexadecimal. */
  public static final String VALUE_SHA256 = "curation-value-sha256";

  public static final String REDRIVEN = "redriven";
  public static final String DISCARDED = "discarded";
  public static final String RESOLVED = "resolved";

  private static final int MAX_MESSAGE = 2000;
  private static final int MAX_COUNT_DIGITS = 6;

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

  /** How often a record or letter has been redriven; 0 when the header is absent or no number. */
  public static int redriveCount(Headers headers) {
    String text = EventHeaders.read(headers, REDRIVE_COUNT);
    return text != null && text.matches("\\d{1,%d}".formatted(MAX_COUNT_DIGITS))
        ? Integer.parseInt(text)
        : 0;
  }

  /** The letter that a record was redriven from; null for any other record. */
  public static @Nullable String redriveOf(Headers headers) {
    String id = EventHeaders.read(headers, REDRIVE_OF);
    return redriveCount(headers) > 0 && id != null && id.length() <= MAX_MESSAGE ? id : null;
  }

  /**
   * Gives a letter the story of the record that it is about, when that was redriven: how often, of
   * which letter, and when it failed for the first time. To be called after {@link #write}. Headers
   * that make no sense are left out: anybody may have written them.
   */
  public static void carryOver(Headers from, Headers letter) {
    String former = redriveOf(from);
    if (former == null) {
      return;
    }
    EventHeaders.set(letter, REDRIVE_COUNT, Integer.toString(redriveCount(from)));
    EventHeaders.set(letter, REDRIVE_OF, former);
    Instant first = instant(from, FIRST_FAILURE);
    if (first != null) {
      EventHeaders.set(letter, FIRST_FAILURE, first.toString());
    }
  }

  /** A header's instant; null when it is absent or none. */
  public static @Nullable Instant instant(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    if (header == null || header.value() == null) {
      return null;
    }
    try {
      return Instant.parse(String.valueOf(EventHeaders.read(headers, name)));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
