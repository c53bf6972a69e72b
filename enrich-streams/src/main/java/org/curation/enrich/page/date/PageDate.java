package org.curation.enrich.page.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A date as exact as a page gives it.
 *
 * @param day as written, in the zone of the writer
 * @param time null when only the day is known
 * @param offset null when the zone isn't known; never there without a time
 */
public record PageDate(LocalDate day, @Nullable LocalTime time, @Nullable ZoneOffset offset) {
  private static final int FIRST_YEAR = 1990;

  /** How exact a date is. */
  public enum Precision {
    /** The day alone. */
    DAY,
    /** Day and time of day. */
    SECOND
  }

  /** Drops an offset without a time. */
  public PageDate {
    Objects.requireNonNull(day, "day");
    offset = time == null ? null : offset;
  }

  /** A day alone. */
  public static PageDate ofDay(LocalDate day) {
    return new PageDate(day, null, null);
  }

  /** How exact it is. */
  public Precision precision() {
    return time == null ? Precision.DAY : Precision.SECOND;
  }

  /** Whether the zone is known. */
  public boolean zoneKnown() {
    return offset != null;
  }

  /**
   * ISO 8601: {@code 2015-07-10}, {@code 2015-07-10T15:15:00} or {@code 2015-07-10T15:15:00-04:00}.
   */
  public String text() {
    if (time == null) {
      return day.toString();
    }
    String moment = day + "T" + DateTimeFormatter.ofPattern("HH:mm:ss").format(time);
    return offset == null ? moment : moment + offset;
  }

  /**
   * Whether a page could have been written then: after the web began, and not after the page was
   * fetched, wherever in the world that was.
   *
   * @param fetched null when that isn't known; then the year 2100 is the end
   */
  boolean sane(@Nullable Instant fetched) {
    if (day.getYear() < FIRST_YEAR || day.getYear() > 2100) {
      return false;
    }
    if (fetched == null) {
      return true;
    }
    if (time != null && offset != null) {
      return !day.atTime(time).toInstant(offset).isAfter(fetched.plusSeconds(3600));
    }
    return !day.isAfter(fetched.atOffset(ZoneOffset.ofHours(14)).toLocalDate());
  }
}
