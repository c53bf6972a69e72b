package org.curation.ingest.capture.guard;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses are not public, by IANA's registries of special-purpose addresses. IPv6 addresses
 * that carry an IPv4 one are refused wholly: a public host has a plain one too. Pure.
 */
final class AddressRanges {
  private static final List<Range> SPECIAL =
      List.of(
          Range.of("0.0.0.0", 8, "\"this network\""),
          Range.of("10.0.0.0", 8, "private"),
          Range.of("100.64.0.0", 10, "shared (CGNAT)"),
          Range.of("127.0.0.0", 8, "loopback"),
          Range.of("169.254.0.0", 16, "link-local"),
          Range.of("172.16.0.0", 12, "private"),
          Range.of("192.0.0.0", 24, "for protocols"),
          Range.of("192.0.2.0", 24, "for documentation"),
          Range.of("192.31.196.0", 24, "for AS112"),
          Range.of("192.52.193.0", 24, "for AMT"),
          Range.of("192.88.99.0", 24, "a 6to4 relay"),
          Range.of("192.168.0.0", 16, "private"),
          Range.of("192.175.48.0", 24, "for AS112"),
          Range.of("198.18.0.0", 15, "for benchmarks"),
          Range.of("198.51.100.0", 24, "for documentation"),
          Range.of("203.0.113.0", 24, "for documentation"),
          Range.of("224.0.0.0", 4, "multicast"),
          Range.of("240.0.0.0", 4, "reserved or broadcast"),
          Range.of("::ffff:0:0", 96, "IPv4-mapped"),
          Range.of("::", 96, "unspecified, loopback or IPv4-compatible"),
          Range.of("::ffff:0:0:0", 96, "IPv4-translated"),
          Range.of("64:ff9b::", 96, "NAT64"),
          Range.of("64:ff9b:1::", 48, "local NAT64"),
          Range.of("2001::", 23, "for protocols (Teredo and others)"),
          Range.of("2001:db8::", 32, "for documentation"),
          Range.of("2002::", 16, "6to4"),
          Range.of("2620:4f:8000::", 48, "for AS112"),
          Range.of("3fff::", 20, "for documentation"));

  private static final Range GLOBAL = Range.of("2000::", 3, "global");

  /** What clouds answer instances on, with credentials among it. */
  private static final List<Range> METADATA =
      List.of(
          Range.of("100.100.100.200", 32, "Alibaba"),
          Range.of("168.63.129.16", 32, "Azure"),
          Range.of("192.0.0.192", 32, "Oracle"),
          Range.of("169.254.0.0", 16, "link-local"),
          Range.of("fd00:ec2::", 32, "Amazon"),
          Range.of("fd20:ce::", 32, "Google"),
          Range.of("fd00:c1::", 32, "Oracle"),
          Range.of("fd00:42::", 32, "Scaleway"),
          Range.of("fe80::", 10, "link-local"),
          Range.of("0.0.0.0", 8, "unspecified"),
          Range.of("::", 128, "unspecified"),
          Range.of("224.0.0.0", 4, "multicast"),
          Range.of("240.0.0.0", 4, "broadcast"),
          Range.of("ff00::", 8, "multicast"));

  private AddressRanges() {}

  /** Why an address is not public; empty when it is. */
  static Optional<String> special(InetAddress address) {
    byte[] bytes = address.getAddress();
    for (Range range : SPECIAL) {
      if (range.holds(bytes)) {
        return Optional.of(range.what);
      }
    }
    if (bytes.length == 16 && isIsatap(bytes)) {
      return Optional.of("ISATAP");
    }
    // Nothing beyond 2000::/3 is assigned to the public: ULA, link-local, site-local, multicast.
    return bytes.length == 16 && !GLOBAL.holds(bytes)
        ? Optional.of("private, link-local, multicast or unassigned")
        : metadata(address) ? Optional.of("a cloud's metadata service") : Optional.empty();
  }

  /** Whether an address is one that no allow-list opens; looks into embedded IPv4 addresses. */
  static boolean metadata(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (METADATA.stream().anyMatch(range -> range.holds(bytes))) {
      return true;
    }
    if (bytes.length != 16) {
      return false;
    }
    for (int at : new int[] {12, 2}) {
      boolean embeds =
          at == 2
              ? bytes[0] == 0x20 && bytes[1] == 0x02
              : isIsatap(bytes)
                  || SPECIAL.stream().anyMatch(range -> range.carriesIpv4() && range.holds(bytes));
      byte[] four = Arrays.copyOfRange(bytes, at, at + 4);
      if (embeds && METADATA.stream().anyMatch(range -> range.holds(four)) && !isLoopback(bytes)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLoopback(byte[] bytes) {
    for (int i = 0; i < 15; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return bytes[15] == 1;
  }

  private static boolean isIsatap(byte[] bytes) {
    return (bytes[8] & ~0x02) == 0
        && bytes[9] == 0
        && bytes[10] == 0x5E
        && bytes[11] == (byte) 0xFE;
  }

  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Range(byte[] prefix, int bits, String what) {
    static Range of(String prefix, int bits, String what) {
      byte[] bytes =
          (prefix.contains(":") ? Ipv6Text.read(prefix) : Ipv4Text.read(prefix)).orElseThrow();
      return new Range(bytes, bits, what);
    }

    boolean carriesIpv4() {
      return prefix.length == 16 && bits == 96;
    }

    boolean holds(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      for (int i = 0; i < bits; i++) {
        int mask = 0x80 >> (i % 8);
        if ((address[i / 8] & mask) != (prefix[i / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
