package org.curation.enrich.link.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Takes percent escapes off, once. What is no escape stays as it is. Pure. */
public final class PercentDecoder {
  private PercentDecoder() {}

  /** The text as UTF-8; bytes that are none become U+FFFD. */
  public static String decode(String text) {
    int first = text.indexOf('%');
    if (first < 0) {
      return text;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    out.writeBytes(text.substring(0, first).getBytes(StandardCharsets.UTF_8));
    int plain = first;
    for (int i = first; i < text.length(); i++) {
      int value = text.charAt(i) == '%' ? hexPair(text, i + 1) : -1;
      if (value >= 0) {
        out.writeBytes(text.substring(plain, i).getBytes(StandardCharsets.UTF_8));
        out.write(value);
        i += 2;
        plain = i + 1;
      }
    }
    out.writeBytes(text.substring(plain).getBytes(StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The same, with plus signs as spaces: what a form meant by a key or value. */
  public static String decodeForm(String text) {
    return decode(text.indexOf('+') < 0 ? text : text.replace('+', ' '));
  }

  /** The value of two hexadecimal digits at a position; -1 when they aren't there. */
  static int hexPair(String text, int at) {
    if (at + 1 >= text.length()) {
      return -1;
    }
    int high = hex(text.charAt(at));
    int low = hex(text.charAt(at + 1));
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  /** The value of a hexadecimal digit of ASCII; -1 when it is none. */
  static int hex(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int lower = c | 0x20;
    return c < 128 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }
}
