package org.curation.enrich.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day or a point in time, as an editor or a lane writes it: {@code 2026-12-01}, {@code 2026-12-01
 * 09:00}, {@code 2026-12-01T09:00:00Z}. A day as a beginning is its first moment; as an end its
 * last.
 *
 * @param day null when a time is named
 * @param local a time without a zone
 * @param exact a time with a zone
 */
public record Day(@Nullable LocalDate day, @Nullable LocalDateTime local, @Nullable Instant exact) {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2099;
  private static final int LONGEST = 40;

  /** Reads ISO 8601; empty for anything else and for years before 1970 and after 2099. */
  public static Optional<Day> parse(String text) {
    String said = text.strip();
    if (said.length() > LONGEST) {
      return Optional.empty();
    }
    return Iso8601.parse(said).flatMap(Day::of);
  }

  private static Optional<Day> of(TemporalAccessor parsed) {
    return switch (parsed) {
      case OffsetDateTime time -> known(time.getYear(), new Day(null, null, time.toInstant()));
      case LocalDateTime time -> known(time.getYear(), new Day(null, time, null));
      case LocalDate date -> known(date.getYear(), new Day(date, null, null));
      default -> Optional.empty();
    };
  }

  private static Optional<Day> known(int year, Day day) {
    return year < FIRST_YEAR || year > LAST_YEAR ? Optional.empty() : Optional.of(day);
  }

  /** The first moment that belongs to it. */
  public Instant begins(ZoneId zone) {
    if (exact != null) {
      return exact;
    }
    return local != null
        ? local.atZone(zone).toInstant()
        : Objects.requireNonNull(day).atStartOfDay(zone).toInstant();
  }

  /** The first moment behind it: a day is over when the next begins. */
  public Instant isOver(ZoneId zone) {
    return day == null ? begins(zone) : day.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
