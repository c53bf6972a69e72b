package org.curation.ingest.capture.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.curation.service.UserError;

/**
 * Hosts and ports of an intranet that may be connected to although they are not public. Immutable.
 */
public final class AllowList {
  /** Nothing is allowed that is not public. */
  public static final AllowList NONE = new AllowList(Set.of());

  private final Set<String> places;

  private AllowList(Set<String> places) {
    this.places = Set.copyOf(places);
  }

  /**
   * Reads entries of the form {@code host:port}.
   *
   * @throws UserError when one has another form
   */
  public static AllowList of(List<String> entries) {
    Set<String> places = new HashSet<>();
    for (String entry : entries) {
      try {
        WebAddress address = WebAddress.parse("http://" + entry);
        if (!address.target().equals("/") || !entry.matches(".*:[0-9]+")) {
          throw new AddressRefusedException(entry);
        }
        places.add(place(address.host(), address.port()));
      } catch (AddressRefusedException e) {
        throw new UserError(
            "capture.allow: \"%s\" is no host:port. Expected for example wiki.intranet:8080."
                .formatted(entry),
            e);
      }
    }
    return new AllowList(places);
  }

  /** Allows the host and port of one address only. */
  static AllowList only(WebAddress address) {
    return new AllowList(Set.of(place(address.host(), address.port())));
  }

  boolean holds(HostName host, int port) {
    return places.contains(place(host, port));
  }

  private static String place(HostName host, int port) {
    return host.inUrl() + ":" + port;
  }
}
