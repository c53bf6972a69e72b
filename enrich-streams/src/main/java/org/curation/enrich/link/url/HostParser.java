package org.curation.enrich.link.url;

import org.jspecify.annotations.Nullable;

/** Reads a host: a name, an IPv4 address in any notation, an IPv6 address. Pure. */
final class HostParser {
  private static final String FORBIDDEN = " #/:<>?@[\\]^|%";

  private HostParser() {}

  /** The host as it is written; null when the text is none. */
  static @Nullable String parse(String text) {
    if (text.charAt(0) == '[') {
      return text.endsWith("]") ? Ipv6.parse(text.substring(1, text.length() - 1)) : null;
    }
    String domain = isPlain(text) ? text : DomainToAscii.convert(PercentDecoder.decode(text));
    if (domain == null || domain.isEmpty() || hasForbidden(domain)) {
      return null;
    }
    return Ipv4.endsInNumber(domain) ? Ipv4.parse(domain) : domain;
  }

  /** Whether a name is already in the form that it is written in. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
      if (!plain || (c == '-' && text.startsWith("--", i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasForbidden(String domain) {
    for (int i = 0; i < domain.length(); i++) {
      char c = domain.charAt(i);
      if (c < 0x20 || c >= 0x7F || FORBIDDEN.indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }
}
