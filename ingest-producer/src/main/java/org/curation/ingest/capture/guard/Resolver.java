package org.curation.ingest.capture.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up names. Safe for use by threads. */
@FunctionalInterface
public interface Resolver {
  /**
   * All addresses of a name, within a bounded time.
   *
   * @throws UnknownHostException when there is none, or it can't be told
   */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
