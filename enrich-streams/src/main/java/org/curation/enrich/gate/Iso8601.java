package org.curation.enrich.gate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Reads ISO 8601 as curation systems and people write it. Pure; safe for use by threads. */
public final class Iso8601 {
  /** Strict: 30 February is no day, and 24:00 is no time; Hugo reads neither. */
  private static final DateTimeFormatter ANY =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[' ']")
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Iso8601() {}

  /**
   * Reads a date or time.
   *
   * @return an {@link OffsetDateTime}, a {@link LocalDateTime} or a {@link LocalDate}; empty for
   *     anything else
   */
  public static Optional<TemporalAccessor> parse(String text) {
    try {
      return Optional.of(
          ANY.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
