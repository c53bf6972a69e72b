package org.curation.enrich.page.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curation.enrich.page.html.LineText;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates in the many forms that pages write. Pure and linear; any text gives a result, most of
 * them none.
 */
public final class DateText {
  private static final int MOST = 200;
  private static final int SECONDS = 10;
  private static final int MILLISECONDS = 13;

  /** Which number comes first where the numbers themselves don't tell. */
  public enum Order {
    /** 10/07/2015 is in July. */
    DAY_FIRST,
    /** 10/07/2015 is in October. */
    MONTH_FIRST
  }

  private static final String MONTH = "(\\p{L}[\\p{L}\\p{M}]{2,13})";

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)");

  private static final Pattern EAST_ASIAN =
      Pattern.compile("(?<!\\d)(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]?");

  private static final Pattern COMPACT =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?:t?(\\d\\d)(\\d\\d)(\\d\\d)?z?)?(?!\\d)");

  private static final Pattern MONTH_DAY =
      Pattern.compile(
          MONTH
              + "\\.?\\s{1,2}(\\d{1,2})(?:st|nd|rd|th)?\\s{0,2}(?:,|\\s)\\s{0,2}(?:\\d{1,2}:\\d{2}(?::\\d{2})?\\s(?:[a-z]{2,5}\\s)?|at\\s)?(\\d{4})(?!\\d)");

  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.|º|ª)?[\\s/-]{0,2}(?:of\\s|de\\s|di\\s|d')?"
              + MONTH
              + "[.,]?[\\s/-]{0,2}(?:de\\s|del\\s)?(\\d{4}|(?<=[-/])\\d{2})(?!\\d)");

  private static final Pattern YEAR_MONTH =
      Pattern.compile("(?<!\\d)(\\d{4})[.,]?[\\s-]" + MONTH + "\\.?[\\s-](\\d{1,2})(?!\\d)");

  private static final Pattern NUMBERS =
      Pattern.compile("(?<!\\d)(\\d{1,2})([./-])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{2})(?!\\d)");

  private DateText() {}

  /**
   * The first date in a text, with the time of day that stands beside it.
   *
   * @param text at most its first 200 characters are read
   */
  public static Optional<PageDate> parse(String text, Order order) {
    String line = plain(LineText.cut(LineText.collapse(text), MOST).toLowerCase(Locale.ROOT));
    if (line.chars().allMatch(Character::isDigit)) {
      Optional<PageDate> epoch = epoch(line);
      if (epoch.isPresent()) {
        return epoch;
      }
    }
    return numbersFirst(line, order);
  }

  /** Digits of all scripts made those of ASCII, and months of two words made one. */
  private static String plain(String line) {
    if (line.chars().allMatch(c -> c < 128)) {
      return line;
    }
    StringBuilder out = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c >= 128 && Character.isDigit(c)) {
        out.append((char) ('0' + Character.digit(c, 10)));
      } else {
        out.append(c == '،' ? ',' : c);
      }
    }
    return out.toString().replace("كانون ال", "كانونال").replace("تشرين ال", "تشرينال");
  }

  private static Optional<PageDate> epoch(String digits) {
    if (digits.length() != SECONDS && digits.length() != MILLISECONDS) {
      return Optional.empty();
    }
    long number = Long.parseLong(digits);
    long seconds = digits.length() == SECONDS ? number : number / 1000;
    OffsetDateTime at = Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC);
    return Optional.of(new PageDate(at.toLocalDate(), at.toLocalTime(), ZoneOffset.UTC));
  }

  private static Optional<PageDate> numbersFirst(String line, Order order) {
    Matcher found = YEAR_FIRST.matcher(line);
    if (found.find()) {
      return date(line, found, found.group(1), found.group(3), found.group(4));
    }
    found = EAST_ASIAN.matcher(line);
    if (found.find()) {
      return date(line, found, found.group(1), found.group(2), found.group(3));
    }
    Optional<PageDate> named = named(line);
    if (named.isPresent()) {
      return named;
    }
    found = NUMBERS.matcher(line);
    if (found.find()) {
      return ordered(line, found, order);
    }
    return compact(line);
  }

  private static Optional<PageDate> named(String line) {
    int[][] groups = {{3, 1, 2}, {3, 2, 1}, {1, 2, 3}};
    Pattern[] patterns = {MONTH_DAY, DAY_MONTH, YEAR_MONTH};
    for (int i = 0; i < patterns.length; i++) {
      Matcher found = patterns[i].matcher(line);
      while (found.find()) {
        Integer month = MonthNames.number(found.group(groups[i][1]));
        if (month != null) {
          Optional<PageDate> date =
              date(
                  line,
                  found,
                  found.group(groups[i][0]),
                  month.toString(),
                  found.group(groups[i][2]));
          if (date.isPresent()) {
            return date;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<PageDate> ordered(String line, Matcher found, Order order) {
    int first = Integer.parseInt(found.group(1));
    int second = Integer.parseInt(found.group(3));
    boolean dots = found.group(2).equals(".");
    boolean monthFirst = second > 12 || (first <= 12 && order == Order.MONTH_FIRST && !dots);
    return monthFirst
        ? date(line, found, found.group(4), found.group(1), found.group(3))
        : date(line, found, found.group(4), found.group(3), found.group(1));
  }

  private static Optional<PageDate> compact(String line) {
    Matcher found = COMPACT.matcher(line);
    if (!found.find()) {
      return Optional.empty();
    }
    Optional<PageDate> day = date(line, found, found.group(1), found.group(2), found.group(3));
    if (day.isEmpty() || found.group(4) == null) {
      return day;
    }
    try {
      int second = found.group(6) == null ? 0 : Integer.parseInt(found.group(6));
      LocalTime time =
          LocalTime.of(Integer.parseInt(found.group(4)), Integer.parseInt(found.group(5)), second);
      ZoneOffset offset = found.group().endsWith("z") ? ZoneOffset.UTC : null;
      return Optional.of(new PageDate(day.get().day(), time, offset));
    } catch (DateTimeException e) {
      return day;
    }
  }

  private static Optional<PageDate> date(
      String line, Matcher found, String year, String month, String day) {
    try {
      int number = Integer.parseInt(year);
      int full = year.length() > 2 ? number : number + (number < 70 ? 2000 : 1900);
      LocalDate date = LocalDate.of(full, Integer.parseInt(month), Integer.parseInt(day));
      TimeText time = beside(line, found);
      return Optional.of(
          time == null ? PageDate.ofDay(date) : new PageDate(date, time.time(), time.offset()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A time after the date counts before one inside or ahead of it. */
  private static @Nullable TimeText beside(String line, Matcher found) {
    String after = LineText.cut(line.substring(found.end()), 40);
    TimeText time = TimeText.in(after.startsWith("t") ? after.substring(1) : after);
    return time != null ? time : TimeText.in(line.substring(0, found.end()));
  }
}
