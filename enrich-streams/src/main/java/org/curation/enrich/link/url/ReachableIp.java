package org.curation.enrich.link.url;

/**
 * Which IP addresses readers may be sent to, by IANA's registries of special-purpose addresses. The
 * networks of others are refused: private ones, link-local ones (clouds answer there with
 * credentials), shared ones, multicast, what is reserved. Addresses for documentation pass as
 * example.org does. So do those of the reader's own machine, which expose no network. Pure.
 */
final class ReachableIp {
  private static final long[][] REFUSED = {
    range("10.0.0.0", 8),
    range("100.64.0.0", 10),
    range("168.63.129.16", 32),
    range("169.254.0.0", 16),
    range("172.16.0.0", 12),
    range("192.0.0.0", 24),
    range("192.168.0.0", 16),
    range("198.18.0.0", 15),
    range("224.0.0.0", 3)
  };

  private ReachableIp() {}

  /**
   * Whether it is one of them.
   *
   * @param host four decimal parts, or an IPv6 address in brackets
   */
  static boolean test(String host) {
    if (host.charAt(0) != '[') {
      return testIpv4(number(host));
    }
    int[] pieces = Ipv6.pieces(host.substring(1, host.length() - 1));
    return pieces != null && testIpv6(pieces);
  }

  private static boolean testIpv4(long address) {
    if (address >> 24 == 0) {
      // "This network" but for the address that servers on one's own machine are started on.
      return address == 0;
    }
    for (long[] range : REFUSED) {
      if ((address & range[1]) == range[0]) {
        return false;
      }
    }
    return true;
  }

  private static boolean testIpv6(int[] pieces) {
    boolean low = pieces[0] == 0 && pieces[1] == 0 && pieces[2] == 0 && pieces[3] == 0;
    if (low && pieces[4] == 0 && pieces[5] == 0 && pieces[6] == 0 && pieces[7] <= 1) {
      return true;
    }
    boolean mapped = low && (pieces[4] == 0xFFFF || pieces[4] == 0) && isMark(pieces[5]);
    boolean translated = pieces[0] == 0x64 && pieces[1] == 0xFF9B && pieces[2] == 0;
    if (mapped || translated) {
      return testIpv4((long) pieces[6] << 16 | pieces[7]);
    }
    if (pieces[0] == 0x2002) {
      return testIpv4((long) pieces[1] << 16 | pieces[2]);
    }
    // Nothing beyond 2000::/3 is assigned to the public.
    return pieces[0] >> 13 == 1;
  }

  private static boolean isMark(int piece) {
    return piece == 0 || piece == 0xFFFF;
  }

  private static long[] range(String first, int bits) {
    long mask = 0xFFFF_FFFFL << (32 - bits) & 0xFFFF_FFFFL;
    return new long[] {number(first), mask};
  }

  private static long number(String host) {
    long number = 0;
    long part = 0;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == '.') {
        number = number * 256 + part;
        part = 0;
      } else {
        part = part * 10 + (c - '0');
      }
    }
    return number * 256 + part;
  }
}
