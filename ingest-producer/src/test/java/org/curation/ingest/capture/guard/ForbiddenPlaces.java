package org.curation.ingest.capture.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** Places that must never be connected to, in every notation that somebody might try. */
public final class ForbiddenPlaces {
  private static final List<String> AUTHORITIES =
      List.of(
          "127.0.0.1",
          "127.1",
          "127.0.1",
          "2130706433",
          "0x7f000001",
          "0x7f.1",
          "0177.0.0.1",
          "017700000001",
          "0x7F.0.0.0x1",
          "127.0.0.1.",
          "%31%32%37.0.0.1",
          "１２７.０.０.１",
          "127。0。0。1",
          "0",
          "0.0.0.0",
          "10.0.0.1",
          "172.16.0.1",
          "192.168.1.1",
          "169.254.169.254",
          "2852039166",
          "100.64.0.1",
          "100.100.100.200",
          "168.63.129.16",
          "192.0.0.1",
          "192.0.2.1",
          "198.18.0.1",
          "198.51.100.1",
          "203.0.113.1",
          "224.0.0.1",
          "240.0.0.1",
          "255.255.255.255",
          "[::]",
          "[::1]",
          "[::ffff:127.0.0.1]",
          "[::ffff:8.8.8.8]",
          "[::127.0.0.1]",
          "[64:ff9b::7f00:1]",
          "[64:ff9b:1::1]",
          "[2002:7f00:1::]",
          "[2001::1]",
          "[2001:db8::1]",
          "[fe80::1]",
          "[fe80::1%25eth0]",
          "[fc00::1]",
          "[fd00:ec2::254]",
          "[fec0::1]",
          "[ff02::1]",
          "[2a00::5efe:a00:1]",
          "localhost",
          "metadata.google.internal",
          "user@8.8.8.8",
          "8.8.8.8:8080",
          "mixed.example");

  private ForbiddenPlaces() {}

  /** The part between the slashes of a URL. */
  public static Stream<String> authorities() {
    return AUTHORITIES.stream();
  }

  /** Knows each name, by one public address and one that is not. */
  public static List<InetAddress> resolve(String host) throws UnknownHostException {
    return List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.1.2.3"));
  }
}
