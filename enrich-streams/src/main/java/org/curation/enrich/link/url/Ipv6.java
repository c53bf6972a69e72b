package org.curation.enrich.link.url;

import org.jspecify.annotations.Nullable;

/** IPv6 addresses, written in their shortest form. For one thread. */
final class Ipv6 {
  private final int[] pieces = new int[8];
  private final String text;
  private int at;
  private int count;
  private int compress = -1;

  private Ipv6(String text) {
    this.text = text;
  }

  /**
   * The address in brackets; null when the text is none.
   *
   * @param text without brackets
   */
  static @Nullable String parse(String text) {
    Ipv6 address = new Ipv6(text);
    return address.read() ? address.written() : null;
  }

  /**
   * Its eight pieces; null when the text is no address.
   *
   * @param text without brackets
   */
  static int @Nullable [] pieces(String text) {
    Ipv6 address = new Ipv6(text);
    return address.read() ? address.pieces.clone() : null;
  }

  private boolean read() {
    if (peek() == ':') {
      if (!text.startsWith("::")) {
        return false;
      }
      at = 2;
      compress = 0;
      count = 0;
    }
    while (at < text.length()) {
      if (count == 8) {
        return false;
      }
      if (peek() == ':') {
        if (compress >= 0) {
          return false;
        }
        at++;
        compress = count;
        continue;
      }
      int start = at;
      int value = piece();
      if (peek() == '.') {
        at = start;
        return at < text.length() && readIpv4() && filled();
      }
      if (at == start) {
        return false;
      }
      if (peek() == ':') {
        at++;
        if (at == text.length()) {
          return false;
        }
      } else if (at < text.length()) {
        return false;
      }
      pieces[count++] = value;
    }
    return filled();
  }

  private int piece() {
    int value = 0;
    for (int i = 0; i < 4 && PercentDecoder.hex(peek()) >= 0; i++) {
      value = value * 16 + PercentDecoder.hex(peek());
      at++;
    }
    return value;
  }

  private boolean readIpv4() {
    if (count > 6) {
      return false;
    }
    for (int seen = 0; seen < 4; seen++) {
      if (seen > 0 && peek() != '.') {
        return false;
      }
      at += seen > 0 ? 1 : 0;
      int value = -1;
      while (peek() >= '0' && peek() <= '9') {
        if (value == 0) {
          return false;
        }
        value = Math.max(value, 0) * 10 + (peek() - '0');
        if (value > 255) {
          return false;
        }
        at++;
      }
      if (value < 0) {
        return false;
      }
      pieces[count] = pieces[count] * 256 + value;
      count += seen == 1 || seen == 3 ? 1 : 0;
    }
    return at == text.length();
  }

  /** Moves what stands behind {@code ::} to the end. */
  private boolean filled() {
    if (compress < 0) {
      return count == 8;
    }
    int moved = count - compress;
    for (int i = 0; i < moved; i++) {
      int from = count - 1 - i;
      int to = 7 - i;
      if (from != to) {
        pieces[to] = pieces[from];
        pieces[from] = 0;
      }
    }
    return true;
  }

  private String written() {
    int best = -1;
    int longest = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && pieces[end] == 0) {
        end++;
      }
      if (end - i > longest) {
        best = i;
        longest = end - i;
      }
      i = Math.max(i, end - 1);
    }
    StringBuilder out = new StringBuilder("[");
    for (int i = 0; i < 8; i++) {
      if (i == best) {
        out.append(i == 0 ? "::" : ":");
        i += longest - 1;
        continue;
      }
      out.append(Integer.toHexString(pieces[i])).append(i < 7 ? ":" : "");
    }
    return out.append(']').toString();
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }
}
