package org.curation.enrich.link.url;

import java.nio.charset.StandardCharsets;

/** Which characters a component must have escaped. Existing escapes stay. Pure. */
enum EncodeSet {
  FRAGMENT(" \"<>`"),
  QUERY(" \"#<>'"),
  PATH(" \"#<>?`{}"),
  USER_INFO(" \"#<>?`{}/:;=@[\\]^|");

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();
  private static final char REPLACEMENT = '\uFFFD';

  private final boolean[] escaped = new boolean[128];

  EncodeSet(String characters) {
    for (int c = 0; c < 128; c++) {
      escaped[c] = c < 0x20 || c == 0x7F || characters.indexOf(c) >= 0;
    }
  }

  /** The text itself when nothing in it must be escaped. */
  String encode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (must(text.charAt(i))) {
        return encoded(text, i);
      }
    }
    return text;
  }

  private boolean must(char c) {
    return c >= 128 || escaped[c];
  }

  private String encoded(String text, int from) {
    StringBuilder out = new StringBuilder(text.length() + 32).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!must(c)) {
        out.append(c);
      } else if (c < 128) {
        escape(out, c);
      } else {
        int point = text.codePointAt(i);
        i += Character.charCount(point) - 1;
        int shown = point >= 0xD800 && point <= 0xDFFF ? REPLACEMENT : point;
        for (byte b : Character.toString(shown).getBytes(StandardCharsets.UTF_8)) {
          escape(out, b & 0xFF);
        }
      }
    }
    return out.toString();
  }

  private static void escape(StringBuilder out, int b) {
    out.append('%').append(HEX[b >> 4]).append(HEX[b & 0xF]);
  }
}
