package org.curation.ingest.capture.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the header {@code Retry-After}. Pure. */
final class RetryAfter {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
  private static final Duration LONGEST = Duration.ofHours(24);

  private RetryAfter() {}

  /** How long to stay away, a day at most; empty when the text is no such thing. */
  static Optional<Duration> read(String text, Instant now) {
    String value = text.strip();
    if (SECONDS.matcher(value).matches()) {
      return Optional.of(capped(Duration.ofSeconds(Long.parseLong(value))));
    }
    try {
      Instant then =
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
              .toInstant();
      return Optional.of(capped(Duration.between(now, then)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Duration capped(Duration asked) {
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
