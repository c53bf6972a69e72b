package org.curation.enrich.description;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Dots that end no sentence: of abbreviations, of initials, and of ordinals in the languages that
 * write them so. When the language isn't known, those of all languages count: a sentence end that
 * is missed costs a few words, a wrong one leaves half a sentence. Pure.
 */
final class Abbreviations {
  private static final int ORDINAL_DIGITS = 2;
  private static final String OPENERS = "([„“\"'«‚‘";

  private static final Set<String> ORDINAL_LANGUAGES =
      Set.of(
          "bs", "cs", "da", "de", "et", "fi", "fo", "hr", "hu", "is", "lv", "nb", "nn", "no", "pl",
          "sk", "sl", "sr", "tr");

  private static final Set<String> COMMON =
      Set.of("dr", "prof", "st", "vs", "cf", "ca", "eds", "al", "jr", "sr");

  /** Before a number only; else they may be words. */
  private static final Set<String> NUMBERED =
      Set.of(
          "abs", "art", "bd", "ch", "fig", "kap", "no", "nr", "op", "p", "pp", "s", "sec", "vol");

  private static final Map<String, Set<String>> BY_LANGUAGE =
      Map.of(
          "en",
          words(
              "mr mrs ms messrs gen col lt capt cmdr sgt maj adm sen rep gov pres rev hon supt mt ft"
                  + " ave blvd rd approx dept est figs inc ltd co corp bros univ assn ph.d"
                  + " e.g i.e u.s u.k u.n a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec"),
          "de",
          words(
              "hr fr frl dipl ing med phil mag bzw bspw ggf evtl usw usf etc vgl inkl exkl zzgl"
                  + " sog geb gest str hrsg jh mio mrd tel tsd z.b d.h u.a o.ä i.d.r"
                  + " v.a u.u s.o s.u jan feb apr jun jul aug sept okt nov dez"),
          "fr",
          words("m mm mme mlle me pr av chap éd env ex fig janv févr avr juil p.ex c.-à-d"),
          "es",
          words("sr sra srta d dña ud uds av avda pág págs núm tel lic ing ee.uu p.ej"),
          "it",
          words("sig sig.ra dott dott.ssa ing avv arch geom pag pagg cap ecc es tel p.es"),
          "pt",
          words("sr sra srta dra exmo av pág núm tel p.ex"),
          "nl",
          words("dhr mevr mr drs ing bijv enz evt incl excl blz o.a d.w.z m.a.w z.o.z"),
          "sv",
          words("bl.a t.ex d.v.s m.m o.s.v kl s.k fr.o.m t.o.m"),
          "da",
          words("bl.a f.eks d.v.s m.m osv kl fx jf pga mht"),
          "pl",
          words("prof dr hab mgr inż np tzw m.in itd itp ul al tj tzn wg zob r"));

  private static final Set<String> ALL = all();

  private Abbreviations() {}

  /** Whether a sentence goes on behind a dot that ends at a position. */
  static boolean goesOn(String text, int end, Locale language) {
    if (end <= 0 || end >= text.length() || text.charAt(end - 1) != '.') {
      return false;
    }
    String word = wordBefore(text, end - 1);
    if (word.isEmpty()) {
      return false;
    }
    int letters = word.codePointCount(0, word.length());
    if (letters == 1 && Character.isLetter(word.codePointAt(0))) {
      return true;
    }
    if (isOrdinal(word)) {
      return language.getLanguage().isEmpty() || ORDINAL_LANGUAGES.contains(language.getLanguage());
    }
    String lower = word.toLowerCase(Locale.ROOT);
    return known(language).contains(lower) || (NUMBERED.contains(lower) && digitFollows(text, end));
  }

  private static boolean digitFollows(String text, int end) {
    int at = end;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() && Character.isDigit(text.charAt(at));
  }

  private static boolean isOrdinal(String word) {
    return word.length() <= ORDINAL_DIGITS && word.chars().allMatch(Character::isDigit);
  }

  private static String wordBefore(String text, int end) {
    int start = end;
    while (start > 0 && end - start < 16 && isPart(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }

  private static boolean isPart(char c) {
    return !Character.isWhitespace(c) && OPENERS.indexOf(c) < 0;
  }

  private static Set<String> known(Locale language) {
    if (language.getLanguage().isEmpty()) {
      return ALL;
    }
    Set<String> own = BY_LANGUAGE.getOrDefault(language.getLanguage(), Set.of());
    return own.isEmpty() ? COMMON : own;
  }

  private static Set<String> words(String words) {
    Set<String> all = new HashSet<>(COMMON);
    all.addAll(Set.of(words.split(" ")));
    return Set.copyOf(all);
  }

  private static Set<String> all() {
    Set<String> all = new HashSet<>(COMMON);
    BY_LANGUAGE.values().forEach(all::addAll);
    return Set.copyOf(all);
  }
}
