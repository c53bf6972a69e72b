package org.curation.enrich.page.date;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day in a text.
 *
 * @param offset null when the text names no zone, or one that means several
 */
record TimeText(LocalTime time, @Nullable ZoneOffset offset) {
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:])(\\d{1,2})(?::|h)(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?(?!\\d)"
              + "\\s{0,2}([ap])?(?:\\.?m\\b\\.?)?\\s{0,2}"
              + "\\(?((?:gmt|utc)?\\s?[+-]\\d{2}:?\\d{2}(?!\\d)|[+-]\\d{2}(?![\\d/-])|[a-z]{1,5}\\b)?");

  private static final String HALF = "(?:(午前|午後|上午|下午|晚上|오전|오후)\\s?)?";

  /** Hours and minutes with signs for them, or with a word for the half of the day before them. */
  private static final Pattern EAST_ASIAN =
      Pattern.compile(
          HALF
              + "(?<![\\d:])(\\d{1,2})\\s?(?:[時时點点시]\\s?(?:(\\d{1,2})\\s?[分분])?|:(\\d{2})(?!\\d))");

  private static final Map<String, ZoneOffset> ZONES =
      Map.ofEntries(
          Map.entry("z", ZoneOffset.UTC),
          Map.entry("utc", ZoneOffset.UTC),
          Map.entry("gmt", ZoneOffset.UTC),
          Map.entry("est", ZoneOffset.ofHours(-5)),
          Map.entry("edt", ZoneOffset.ofHours(-4)),
          Map.entry("cdt", ZoneOffset.ofHours(-5)),
          Map.entry("mst", ZoneOffset.ofHours(-7)),
          Map.entry("mdt", ZoneOffset.ofHours(-6)),
          Map.entry("pst", ZoneOffset.ofHours(-8)),
          Map.entry("pdt", ZoneOffset.ofHours(-7)),
          Map.entry("cet", ZoneOffset.ofHours(1)),
          Map.entry("cest", ZoneOffset.ofHours(2)),
          Map.entry("mez", ZoneOffset.ofHours(1)),
          Map.entry("mesz", ZoneOffset.ofHours(2)),
          Map.entry("jst", ZoneOffset.ofHours(9)));

  /** The first time in a text of lower case; null when there is none. */
  static @Nullable TimeText in(String text) {
    TimeText eastAsian = eastAsian(text);
    if (eastAsian != null) {
      return eastAsian;
    }
    Matcher found = TIME.matcher(text);
    while (found.find()) {
      try {
        int hour = Integer.parseInt(found.group(1));
        String half = found.group(4);
        if (half != null && hour <= 12) {
          hour = hour % 12 + (half.equals("p") ? 12 : 0);
        }
        int second = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
        LocalTime time = LocalTime.of(hour, Integer.parseInt(found.group(2)), second);
        return new TimeText(time, zone(found.group(5)));
      } catch (DateTimeException e) {
        // 25:70 is no time; another may follow.
      }
    }
    return null;
  }

  private static @Nullable TimeText eastAsian(String text) {
    Matcher found = EAST_ASIAN.matcher(text);
    while (found.find()) {
      String half = found.group(1);
      String behindColon = found.group(4);
      if (half != null || behindColon == null) {
        String minute = behindColon == null ? found.group(3) : behindColon;
        int hour = Integer.parseInt(found.group(2));
        boolean late =
            half != null && !half.equals("午前") && !half.equals("上午") && !half.equals("오전");
        hour = half != null && hour <= 12 ? hour % 12 + (late ? 12 : 0) : hour;
        try {
          return new TimeText(
              LocalTime.of(hour, minute == null ? 0 : Integer.parseInt(minute)), null);
        } catch (DateTimeException e) {
          // 25時 is no time; another may follow.
        }
      }
    }
    return null;
  }

  private static @Nullable ZoneOffset zone(@Nullable String said) {
    if (said == null) {
      return null;
    }
    ZoneOffset named = ZONES.get(said.toLowerCase(Locale.ROOT));
    String digits = said.replaceAll("[^0-9+-]", "");
    if (named != null || digits.length() < 3) {
      return named;
    }
    try {
      return ZoneOffset.of(digits);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
