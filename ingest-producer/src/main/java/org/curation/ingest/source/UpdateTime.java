package org.curation.ingest.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;

/** Update times as sources write them: ISO 8601 with a zone and 0 to 9 fraction digits. */
public final class UpdateTime {
  private UpdateTime() {}

  /**
   * Reads a time.
   *
   * @throws MalformedRecordException when the text is no such time
   */
  public static Instant parse(String text, String keyPath) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new MalformedRecordException(
          keyPath, "a time such as 2020-11-02T11:48:51.227596Z, not \"" + Excerpt.of(text) + "\"");
    }
  }

  /**
   * Microseconds since the epoch, as a version counts them; finer digits are cut.
   *
   * @throws MalformedRecordException when the time is before 1970 or does not fit
   */
  public static long micros(Instant time, String keyPath) {
    try {
      long micros =
          Math.addExact(
              Math.multiplyExact(time.getEpochSecond(), TimeUnit.SECONDS.toMicros(1)),
              TimeUnit.NANOSECONDS.toMicros(time.getNano()));
      if (micros >= 0) {
        return micros;
      }
    } catch (ArithmeticException tooFarAway) {
      throw new MalformedRecordException(keyPath, "a time that people live in, not " + time);
    }
    throw new MalformedRecordException(keyPath, "a time after 1970, not " + time);
  }
}
