package org.curation.ingest.capture.guard;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The HTTP client's name resolution: the addresses that are checked here are the ones that it
 * connects to, for each connection anew, and nobody looks the name up again. One address that is
 * not public refuses them all. Safe for use by threads.
 */
public final class GuardedDns implements DnsResolver {
  private static final int MOST_ADDRESSES = 4;

  private final AddressGuard guard;
  private final Resolver resolver;

  /** Guards a resolver. */
  public GuardedDns(AddressGuard guard, Resolver resolver) {
    this.guard = guard;
    this.resolver = resolver;
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    // An IPv6 address comes without its brackets.
    HostName name = HostName.parse(host.indexOf(':') < 0 ? host : "[" + host + "]");
    guard.checkName(name, port);
    List<InetAddress> addresses =
        name.address().isPresent() ? List.of(name.address().get()) : resolver.resolve(name.text());
    if (addresses.isEmpty()) {
      throw new UnknownHostException("the name %s has no address".formatted(name.text()));
    }
    for (InetAddress address : addresses) {
      guard.checkAddress(name, port, address);
    }
    return addresses.stream()
        .limit(MOST_ADDRESSES)
        .map(address -> new InetSocketAddress(address, port))
        .toList();
  }

  /** Never used by the client, which knows the port; nothing that is not public passes. */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return resolve(host, 443).stream()
        .map(InetSocketAddress::getAddress)
        .toArray(InetAddress[]::new);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
