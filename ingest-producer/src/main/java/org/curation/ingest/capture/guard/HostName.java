package org.curation.ingest.capture.guard;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.curation.ingest.source.Excerpt;

/**
 * The host of a URL, read by the rules of the WHATWG: percent-decoded, folded to ASCII, and an
 * address in whatever notation becomes that address. One spelling for each host. Immutable.
 *
 * @param text lower-case ASCII without trailing dot, or an address in its usual notation, an IPv6
 *     one without brackets
 * @param address when the text is one; it is never looked up
 */
public record HostName(String text, Optional<InetAddress> address) {
  private static final String FORBIDDEN = " #/:<>?@[\\]^|%\"`{}";
  private static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;

  /**
   * Reads a host as it stands in a URL.
   *
   * @throws AddressRefusedException when it can't be one
   */
  public static HostName parse(String host) throws AddressRefusedException {
    if (host.startsWith("[")) {
      Optional<byte[]> bytes =
          host.endsWith("]")
              ? Ipv6Text.read(host.substring(1, host.length() - 1))
              : Optional.empty();
      return ofAddress(host, bytes);
    }
    String name = ascii(percentDecoded(host), host);
    if (Ipv4Text.isMeant(name)) {
      return ofAddress(host, Ipv4Text.read(name));
    }
    String withoutDot = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    checkName(withoutDot, host);
    return new HostName(withoutDot, Optional.empty());
  }

  /** As it stands in a URL and in the header {@code Host}. */
  public String inUrl() {
    return text.indexOf(':') < 0 ? text : "[" + text + "]";
  }

  private static HostName ofAddress(String host, Optional<byte[]> bytes)
      throws AddressRefusedException {
    if (bytes.isEmpty()) {
      throw refused(host, "is no valid address");
    }
    try {
      // InetAddress would make an IPv4 address of a mapped one, which is refused as what it is.
      InetAddress address =
          bytes.get().length == 4
              ? InetAddress.getByAddress(bytes.get())
              : Inet6Address.getByAddress(null, bytes.get(), -1);
      return new HostName(address.getHostAddress(), Optional.of(address));
    } catch (UnknownHostException e) {
      throw refused(host, "is no valid address");
    }
  }

  private static String percentDecoded(String host) throws AddressRefusedException {
    if (host.indexOf('%') < 0) {
      return host;
    }
    byte[] raw = host.getBytes(StandardCharsets.UTF_8);
    ByteBuffer decoded = ByteBuffer.allocate(raw.length);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(raw[i + 2], 16) : -1;
      if (low >= 0) {
        decoded.put((byte) (high * 16 + low));
        i += 2;
      } else {
        decoded.put(raw[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
    } catch (CharacterCodingException e) {
      throw refused(host, "holds bytes that are no UTF-8");
    }
  }

  private static String ascii(String decoded, String host) throws AddressRefusedException {
    if (decoded.chars().allMatch(c -> c < 128)) {
      return decoded.toLowerCase(Locale.ROOT);
    }
    try {
      return IDN.toASCII(decoded, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw refused(host, "is no valid international name");
    }
  }

  private static void checkName(String name, String host) throws AddressRefusedException {
    if (name.isEmpty() || name.length() > LONGEST) {
      throw refused(host, "is empty or longer than %d characters".formatted(LONGEST));
    }
    for (String label : name.split("\\.", -1)) {
      if (label.isEmpty() || label.length() > LONGEST_LABEL) {
        throw refused(host, "has a part that is empty or longer than 63 characters");
      }
    }
    if (!name.chars().allMatch(c -> c > ' ' && c < 127 && FORBIDDEN.indexOf(c) < 0)) {
      throw refused(host, "holds characters that a host can't have");
    }
  }

  private static AddressRefusedException refused(String host, String why) {
    return new AddressRefusedException("the host \"%s\" %s".formatted(Excerpt.of(host), why));
  }
}
