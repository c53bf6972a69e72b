package org.curation.enrich.page.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curation.enrich.page.html.LineText;
import org.jspecify.annotations.Nullable;

/** The day that stands in a page's address, as blogs and newspapers write it. Pure. */
final class AddressDate {
  private static final int MOST = 1000;

  private static final Pattern NUMBERS =
      Pattern.compile(
          "/((?:19|20)\\d\\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\\d|3[01])(?=[/_.-]|$)"
              + "|[/_-]((?:19|20)\\d\\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\\d|3[01])(?=[/_.-]|$)");

  private static final Pattern NAMED =
      Pattern.compile("/((?:19|20)\\d\\d)/([a-z]{3,9})/(\\d{1,2})(?=/|$)");

  private AddressDate() {}

  static Optional<PageDate> in(String address) {
    String path = LineText.cut(address, MOST).toLowerCase(Locale.ROOT).split("[?#]", 2)[0];
    Matcher found = NUMBERS.matcher(path);
    if (found.find()) {
      int from = found.group(1) == null ? 4 : 1;
      Integer month = Integer.valueOf(found.group(from + 1));
      return day(found.group(from), month, found.group(from + 2));
    }
    Matcher named = NAMED.matcher(path);
    return named.find()
        ? day(named.group(1), MonthNames.number(named.group(2)), named.group(3))
        : Optional.empty();
  }

  private static Optional<PageDate> day(String year, @Nullable Integer month, String day) {
    if (month == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          PageDate.ofDay(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
