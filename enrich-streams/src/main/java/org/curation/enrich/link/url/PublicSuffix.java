package org.curation.enrich.link.url;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What the public suffix list says about hosts. Pure; safe for use by threads. */
public final class PublicSuffix {
  /** Reserved for documentation and tests: never reached, but never anyone's secret either. */
  private static final Set<String> RESERVED = Set.of("example", "test");

  /** In the list, but the name system doesn't answer for it. */
  private static final Set<String> NOT_IN_DNS = Set.of("onion");

  private static final String AT_HOME = ".home.arpa";

  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_NAME = 253;
  private static final Set<String> TOP_LEVEL = topLevel();

  private PublicSuffix() {}

  /**
   * Whether readers anywhere can reach a host: it has DNS labels and a top-level domain that
   * exists, or it is an IP address of no private network ({@link ReachableIp}).
   *
   * @param host as the parser writes it
   */
  public static boolean isPublic(String host) {
    if (host.charAt(0) == '[') {
      return ReachableIp.test(host);
    }
    int end = host.endsWith(".") ? host.length() - 1 : host.length();
    int dot = host.lastIndexOf('.', end - 1);
    if (dot <= 0 || !hasDnsLabels(host, end)) {
      return false;
    }
    char last = host.charAt(end - 1);
    if (last >= '0' && last <= '9' && Ipv4.endsInNumber(host)) {
      return ReachableIp.test(host.substring(0, end));
    }
    return TOP_LEVEL.contains(host.substring(dot + 1, end))
        && !host.startsWith(AT_HOME, end - AT_HOME.length());
  }

  /** Whether a host is public and a name: a redirect to a bare IP address is followed by nobody. */
  public static boolean isDomain(String host) {
    return host.charAt(0) != '[' && !Ipv4.endsInNumber(host) && isPublic(host);
  }

  /** The URL standard takes more than the name system knows. */
  private static boolean hasDnsLabels(String host, int end) {
    int start = 0;
    for (int i = 0; i <= end; i++) {
      char c = i == end ? '.' : host.charAt(i);
      if (c == '.') {
        if (i == start || i - start > LONGEST_LABEL) {
          return false;
        }
        start = i + 1;
      } else if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return end <= LONGEST_NAME;
  }

  /**
   * Where the public suffix of a host begins, suffixes that registrars own only; -1 when it has
   * none or is one.
   */
  public static int start(String host) {
    if (host.charAt(0) == '[' || !isPublic(host)) {
      return -1;
    }
    String domain = EffectiveTldFinder.getAssignedDomain(host, true, true);
    if (domain == null || !host.endsWith(domain)) {
      return -1;
    }
    return host.length() - domain.length() + domain.indexOf('.') + 1;
  }

  private static Set<String> topLevel() {
    Set<String> found = new HashSet<>(RESERVED);
    for (String suffix : EffectiveTldFinder.getEffectiveTLDs().keySet()) {
      String last = suffix.substring(suffix.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      String ascii = DomainToAscii.convert(last);
      if (ascii != null && !ascii.isEmpty()) {
        found.add(ascii);
      }
    }
    found.removeAll(NOT_IN_DNS);
    return Set.copyOf(found);
  }
}
