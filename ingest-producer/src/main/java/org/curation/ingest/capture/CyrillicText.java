package org.curation.ingest.capture;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;

/**
 * Chooses among the encodings of Cyrillic by what reads like text: small letters, few signs inside
 * words. A short text is not enough for a detector that counts letters. Pure.
 */
final class CyrillicText {
  private static final Set<String> FAMILY =
      Set.of("windows-1251", "KOI8-R", "x-MacCyrillic", "IBM866", "IBM855", "ISO-8859-5", "KOI8-U");

  /** What pages use comes first: the first of equals is taken. */
  private static final List<Charset> COMMON =
      List.of(Charset.forName("windows-1251"), Charset.forName("KOI8-R"));

  private static final String FREQUENT = "оеаинтсрв";

  private CyrillicText() {}

  /** Whether it is an encoding of Cyrillic. */
  static boolean isOne(Charset charset) {
    return FAMILY.contains(charset.name());
  }

  /** The best for the bytes: a common one, unless the guess reads better. */
  static Charset best(byte[] body, int length, Charset guess) {
    Charset best = guess;
    int most = Integer.MIN_VALUE;
    for (Charset each : List.of(COMMON.get(0), COMMON.get(1), guess)) {
      int score = score(new String(body, 0, length, each));
      if (score > most) {
        most = score;
        best = each;
      }
    }
    return best;
  }

  private static int score(String text) {
    int score = 0;
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        score += ofLetter(c, before);
      }
      before = c;
    }
    return score;
  }

  private static int ofLetter(char c, char before) {
    boolean inWord = before >= 0x400 && before < 0x460;
    if (c >= 'а' && c <= 'я' || c == 'ё') {
      return FREQUENT.indexOf(c) >= 0 ? 6 : -2;
    }
    if (c >= 'А' && c <= 'Я' || c == 'Ё') {
      boolean frequent = FREQUENT.indexOf(Character.toLowerCase(c)) >= 0;
      return inWord && Character.isLowerCase(before) ? -8 : frequent ? 5 : -2;
    }
    return inWord || Character.isLetter(c) ? -6 : -1;
  }
}
