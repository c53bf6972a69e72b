package org.curation.enrich.page.date;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of months in the languages that pages are written in, long and short. */
final class MonthNames {
  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "ru",
          "uk", "bg", "tr", "hu", "ro", "el", "id", "ca", "vi", "ar", "he", "hi", "et", "sl");

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  /** What people write and the platform's tables don't have. */
  private static final Map<String, Integer> MORE =
      Map.ofEntries(
          Map.entry("sept", 9),
          Map.entry("maerz", 3),
          Map.entry("marz", 3),
          Map.entry("mrz", 3),
          Map.entry("janner", 1),
          Map.entry("feber", 2),
          Map.entry("fev", 2),
          Map.entry("aout", 8),
          Map.entry("juil", 7),
          Map.entry("ene", 1),
          Map.entry("abr", 4),
          Map.entry("ago", 8),
          Map.entry("dic", 12),
          Map.entry("set", 9),
          Map.entry("out", 10),
          Map.entry("dez", 12),
          Map.entry("okt", 10),
          Map.entry("mai", 5),
          Map.entry("maj", 5),
          Map.entry("mei", 5),
          Map.entry("gen", 1),
          Map.entry("mag", 5),
          Map.entry("giu", 6),
          Map.entry("lug", 7),
          Map.entry("ott", 10),
          Map.entry("setiembre", 9),
          Map.entry("avr", 4),
          Map.entry("كانونالثاني", 1),
          Map.entry("شباط", 2),
          Map.entry("اذار", 3),
          Map.entry("نيسان", 4),
          Map.entry("ايار", 5),
          Map.entry("حزيران", 6),
          Map.entry("تموز", 7),
          Map.entry("ايلول", 9),
          Map.entry("تشرينالاول", 10),
          Map.entry("تشرينالثاني", 11),
          Map.entry("كانونالاول", 12),
          Map.entry("جانفي", 1),
          Map.entry("فيفري", 2),
          Map.entry("افريل", 4),
          Map.entry("جوان", 6),
          Map.entry("جويلية", 7),
          Map.entry("غشت", 8));

  private static final Map<String, Integer> NAMES = names();

  private MonthNames() {}

  private static Map<String, Integer> names() {
    Map<String, Integer> names = new HashMap<>(MORE);
    for (String language : LANGUAGES) {
      Locale locale = Locale.forLanguageTag(language);
      for (TextStyle style : STYLES) {
        for (Month month : Month.values()) {
          String name = folded(month.getDisplayName(style, locale));
          if (name.length() >= 3 && name.chars().allMatch(MonthNames::ofWord)) {
            names.putIfAbsent(name, month.getValue());
          }
        }
      }
    }
    return Map.copyOf(names);
  }

  /** 1 to 12; null for another word. */
  static @Nullable Integer number(String word) {
    return NAMES.get(folded(word));
  }

  private static boolean ofWord(int c) {
    return Character.isLetter(c) || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  private static String folded(String word) {
    String plain = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(plain.length());
    plain
        .codePoints()
        .filter(c -> c != '.' && Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
