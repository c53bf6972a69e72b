package org.curation.enrich.link.unwrap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.curation.enrich.link.url.PercentDecoder;
import org.jspecify.annotations.Nullable;

/** Proofpoint's URL Defense, versions 1 to 3. Linear. Pure. */
final class UrlDefense {
  private static final String RUN_LENGTHS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final String V3_BEGIN = "/v3/__";
  private static final String V3_END = "__;";

  private UrlDefense() {}

  /**
   * The target.
   *
   * @param text path, query and fragment of the wrapper
   * @param u raw value of the wrapper's parameter of that name; null when there is none
   */
  static @Nullable String decode(String text, @Nullable String u) {
    int v3 = text.indexOf(V3_BEGIN);
    if (v3 >= 0) {
      return version3(text.substring(v3 + V3_BEGIN.length()));
    }
    if (u == null) {
      return null;
    }
    return text.startsWith("/v2/")
        ? PercentDecoder.decode(u.replace('-', '%').replace('_', '/'))
        : text.startsWith("/v1/") ? PercentDecoder.decode(u) : null;
  }

  /** Special characters stand as stars in the target and one after the other behind it. */
  private static @Nullable String version3(String text) {
    int end = text.indexOf(V3_END);
    if (end < 0) {
      return null;
    }
    int bytesFrom = end + V3_END.length();
    int bytesTo = text.indexOf('!', bytesFrom);
    byte[] special = special(text.substring(bytesFrom, bytesTo < 0 ? text.length() : bytesTo));
    return special == null ? null : filled(text.substring(0, end), special);
  }

  private static @Nullable String filled(String coded, byte[] special) {
    byte[][] units = units(special, stars(coded, null, new byte[0][]));
    ByteArrayOutputStream out = new ByteArrayOutputStream(coded.length() + special.length);
    return stars(coded, out, units) > units.length ? null : Decoding.utf8(out.toByteArray());
  }

  /**
   * Puts what is special where it belongs.
   *
   * @return how much the stars ask for; nothing is written beyond what there is
   */
  private static int stars(String coded, @Nullable ByteArrayOutputStream out, byte[][] units) {
    int used = 0;
    for (int i = 0; i < coded.length(); i++) {
      char c = coded.charAt(i);
      if (c != '*') {
        if (out != null) {
          out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
        }
        continue;
      }
      int run = 1;
      if (i + 2 < coded.length() && coded.charAt(i + 1) == '*') {
        int length = RUN_LENGTHS.indexOf(coded.charAt(i + 2));
        run = length < 0 ? 1 : length + 2;
        i += length < 0 ? 0 : 2;
      }
      for (int to = used + run; used < to; used++) {
        if (out != null && used < units.length) {
          out.writeBytes(units[used]);
        }
      }
    }
    return used;
  }

  /** Stars count bytes in some addresses and characters in others. */
  private static byte[][] units(byte[] special, int wanted) {
    int[] characters =
        wanted == special.length
            ? new int[0]
            : String.valueOf(Decoding.utf8(special)).codePoints().toArray();
    byte[][] units = new byte[characters.length == 0 ? special.length : characters.length][];
    for (int i = 0; i < units.length; i++) {
      units[i] =
          characters.length == 0
              ? new byte[] {special[i]}
              : Character.toString(characters[i]).getBytes(StandardCharsets.UTF_8);
    }
    return units;
  }

  private static byte @Nullable [] special(String base64) {
    String unpadded = PercentDecoder.decode(base64).replace("=", "");
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(unpadded.getBytes(StandardCharsets.US_ASCII));
      return Decoding.utf8(bytes) == null ? null : bytes;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
