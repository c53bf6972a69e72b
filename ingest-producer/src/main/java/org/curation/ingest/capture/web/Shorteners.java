package org.curation.ingest.capture.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hosts that do nothing but lead to other addresses. Their robots.txt, which forbids all to
 * crawlers, isn't asked: following one link that an editor saved is no crawl. Immutable.
 */
final class Shorteners {
  private static final String LIST = "shorteners.txt";

  private final Set<String> hosts;

  Shorteners(Set<String> hosts) {
    this.hosts = Set.copyOf(hosts);
  }

  /** Those of the list that comes with the program. */
  static Shorteners known() {
    try (InputStream in = Shorteners.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException(LIST + " is missing in the program");
      }
      return new Shorteners(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean holds(String host) {
    return hosts.contains(host.startsWith("www.") ? host.substring(4) : host);
  }
}
