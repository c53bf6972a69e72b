package org.curation.enrich.link.url;

import org.jspecify.annotations.Nullable;

/** IPv4 addresses in all notations that browsers take: decimal, octal, hexadecimal, 1–4 parts. */
final class Ipv4 {
  private static final long TOO_BIG = 1L << 32;

  private Ipv4() {}

  /** Whether a host must be an IPv4 address because its last label is a number. */
  static boolean endsInNumber(String host) {
    String last = lastLabel(host);
    if (last.isEmpty()) {
      return false;
    }
    boolean digits = true;
    for (int i = 0; i < last.length() && digits; i++) {
      digits = last.charAt(i) >= '0' && last.charAt(i) <= '9';
    }
    return digits || (isHexadecimal(last) && number(last) >= 0);
  }

  /** Four decimal parts; null when the host is no address. */
  static @Nullable String parse(String host) {
    String text = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    String[] parts = text.split("\\.", -1);
    if (parts.length > 4) {
      return null;
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      long value = parts[i].isEmpty() ? -1 : number(parts[i]);
      boolean last = i == parts.length - 1;
      long limit = last ? 1L << (8 * (5 - parts.length)) : 256;
      if (value < 0 || value >= limit) {
        return null;
      }
      address += last ? value : value << (8 * (3 - i));
    }
    return (address >> 24)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }

  private static String lastLabel(String host) {
    int end = host.endsWith(".") ? host.length() - 1 : host.length();
    return host.substring(host.lastIndexOf('.', end - 1) + 1, end);
  }

  private static boolean isHexadecimal(String text) {
    return text.length() >= 2 && text.charAt(0) == '0' && (text.charAt(1) | 0x20) == 'x';
  }

  /** The value, at most {@link #TOO_BIG}; -1 when the text is no number. */
  private static long number(String text) {
    int radix = 10;
    int from = 0;
    if (isHexadecimal(text)) {
      radix = 16;
      from = 2;
    } else if (text.length() >= 2 && text.charAt(0) == '0') {
      radix = 8;
      from = 1;
    }
    long value = 0;
    for (int i = from; i < text.length(); i++) {
      int digit = PercentDecoder.hex(text.charAt(i));
      if (digit < 0 || digit >= radix) {
        return -1;
      }
      value = Math.min(TOO_BIG, value * radix + digit);
    }
    return value;
  }
}
