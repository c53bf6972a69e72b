package org.curation.enrich.link.url;

import java.text.Normalizer;
import java.util.Locale;

/** Maps characters to those that a name is compared by. Pure. */
final class DomainMapping {
  private DomainMapping() {}

  static String map(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(c -> !isIgnored(c)).forEach(c -> mapped(kept, c));
    String composed = Normalizer.normalize(kept, Normalizer.Form.NFC);
    return composed.replace('\u3002', '.');
  }

  private static void mapped(StringBuilder out, int c) {
    // Kept by the non-transitional form though they would fold to other letters.
    if (c == 0xDF || c == 0x3C2 || c == 0x200C || c == 0x200D) {
      out.appendCodePoint(c);
      return;
    }
    if (c == 0x1E9E) {
      out.append("ss");
      return;
    }
    String text = Character.toString(c);
    String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String lower = compatible.toLowerCase(Locale.ROOT);
    String again = Normalizer.normalize(lower, Normalizer.Form.NFKC);
    // Lower-casing a text of one letter gives no final sigma; one that folds must not either.
    out.append(c == 0x3A3 ? "\u03C3" : again);
  }

  private static boolean isIgnored(int c) {
    return c == 0xAD
        || c == 0x34F
        || (c >= 0x180B && c <= 0x180F && c != 0x180E)
        || c == 0x200B
        || c == 0x2060
        || c == 0x2064
        || (c >= 0xFE00 && c <= 0xFE0F)
        || c == 0xFEFF
        || (c >= 0xE0100 && c <= 0xE01EF);
  }
}
