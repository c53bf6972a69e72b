package org.curation.ingest.capture.guard;

import java.net.InetAddress;
import java.util.Set;

/**
 * Decides whether an address of the web may be connected to: ports 80 and 443 of public addresses,
 * and what the allow-list names. Nothing opens what clouds answer their instances on. Pure.
 */
public final class AddressGuard {
  private static final Set<Integer> PORTS = Set.of(80, 443);
  private static final Set<String> METADATA_NAMES =
      Set.of(
          "metadata.google.internal",
          "metadata.goog",
          "metadata",
          "instance-data",
          "instance-data.ec2.internal",
          "metadata.tencentyun.com",
          "metadata.platformequinix.com");

  private final AllowList allowed;

  /** A guard that opens what the list names. */
  public AddressGuard(AllowList allowed) {
    this.allowed = allowed;
  }

  /** A guard that opens the public web and the host and port of this address. */
  public static AddressGuard trusting(WebAddress address) {
    return new AddressGuard(AllowList.only(address));
  }

  /**
   * Judges what can be told without looking up a name.
   *
   * @throws AddressRefusedException when it must not be connected to
   */
  public void checkName(HostName host, int port) throws AddressRefusedException {
    if (METADATA_NAMES.contains(host.text())) {
      throw new AddressRefusedException(
          "%s is a cloud's metadata service; it is never fetched".formatted(host.text()));
    }
    if (!allowed.holds(host, port)) {
      if (!PORTS.contains(port)) {
        throw new AddressRefusedException(
            "%s:%d is refused: only ports 80 and 443 are fetched".formatted(host.inUrl(), port));
      }
      if (host.text().equals("localhost") || host.text().endsWith(".localhost")) {
        throw new AddressRefusedException(host.text() + " is refused: it is this computer");
      }
    }
    if (host.address().isPresent()) {
      checkAddress(host, port, host.address().get());
    }
  }

  /**
   * Judges one address that a host has.
   *
   * @throws AddressRefusedException when it must not be connected to
   */
  public void checkAddress(HostName host, int port, InetAddress address)
      throws AddressRefusedException {
    if (AddressRanges.metadata(address)) {
      throw refused(host, "link-local, unspecified, multicast, or a cloud's metadata service");
    }
    if (!allowed.holds(host, port)) {
      var special = AddressRanges.special(address);
      if (special.isPresent()) {
        throw refused(host, special.get());
      }
    }
  }

  /** The address itself stays out of the message: captures are public, and it may be inside. */
  private static AddressRefusedException refused(HostName host, String what) {
    return new AddressRefusedException(
        "%s is refused: its address is not public (%s)".formatted(host.inUrl(), what));
  }
}
