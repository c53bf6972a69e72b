package org.curation.ingest.capture.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads IPv4 addresses as browsers do: one to four parts, each decimal, octal (leading 0) or
 * hexadecimal (0x), the last part filling what the others leave. The JDK reads some of these forms,
 * and some of them differently ({@code 0177.0.0.1}), so it is never asked. Pure.
 */
final class Ipv4Text {
  private static final long ABOVE = 1L << 32;
  private static final int LONGEST_PART = 60;

  private Ipv4Text() {}

  /** Whether a host must be an IPv4 address: its last part is a number. */
  static boolean isMeant(String host) {
    List<String> parts = parts(host);
    String last = parts.get(parts.size() - 1);
    return !last.isEmpty()
        && (last.chars().allMatch(c -> c >= '0' && c <= '9') || number(last).isPresent());
  }

  /** The four bytes; empty when the text is no address. */
  static Optional<byte[]> read(String host) {
    List<String> parts = parts(host);
    if (parts.size() > 4) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      Optional<Long> number = number(parts.get(i));
      long above = last ? ABOVE >>> (8 * i) : 256;
      if (number.isEmpty() || number.get() >= above) {
        return Optional.empty();
      }
      address += last ? number.get() : number.get() << (8 * (3 - i));
    }
    return Optional.of(
        new byte[] {
          (byte) (address >>> 24), (byte) (address >>> 16), (byte) (address >>> 8), (byte) address
        });
  }

  private static List<String> parts(String host) {
    List<String> parts = new ArrayList<>(Arrays.asList(host.split("\\.", -1)));
    if (parts.size() > 1 && parts.get(parts.size() - 1).isEmpty()) {
      parts.remove(parts.size() - 1);
    }
    return parts;
  }

  private static Optional<Long> number(String part) {
    if (part.isEmpty() || part.length() > LONGEST_PART) {
      return Optional.empty();
    }
    int radix = 10;
    String digits = part;
    if (part.startsWith("0x") || part.startsWith("0X")) {
      radix = 16;
      digits = part.substring(2);
    } else if (part.length() > 1 && part.startsWith("0")) {
      radix = 8;
      digits = part.substring(1);
    }
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return Optional.empty();
      }
      value = Math.min((value * radix) + digit, ABOVE);
    }
    return Optional.of(value);
  }
}
