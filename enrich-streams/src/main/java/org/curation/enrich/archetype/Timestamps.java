package org.curation.enrich.archetype;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** ISO timestamps in the forms that documents use. Pure. */
final class Timestamps {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);

  private Timestamps() {}

  /** The day in UTC; the text itself when it is no timestamp with an offset. */
  static String day(String text) {
    return inUtc(text, DAY);
  }

  /** The instant in UTC with six fraction digits; the text itself when it is no timestamp. */
  static String micros(String text) {
    return inUtc(text, MICROS);
  }

  private static String inUtc(String text, DateTimeFormatter form) {
    try {
      return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).format(form);
    } catch (DateTimeException notATimestamp) {
      return text;
    }
  }
}
