package org.curation.ingest.api;

import java.time.Duration;

/**
 * What the interface bears.
 *
 * @param bodyBytes largest body. A raw record may take 4 MiB; the same in a body takes at most
 *     twice as much in practice (indented, non-ASCII letters escaped)
 * @param requests most requests in hand at once
 * @param perToken most of them with one token
 * @param bytes most bytes of bodies in hand at once
 * @param connections most open connections; others wait to be let in
 * @param read how long a body may take to arrive
 * @param idle how long a connection may be silent
 * @param context how long OpenProject may take to tell what is around a work package
 * @param acknowledgement how long brokers may take
 * @param elements most elements of one body
 */
record ApiLimits(
    int bodyBytes,
    int requests,
    int perToken,
    long bytes,
    int connections,
    Duration read,
    Duration idle,
    Duration context,
    Duration acknowledgement,
    int elements) {
  private static final int MIB = 1024 * 1024;

  static ApiLimits standard() {
    return new ApiLimits(
        8 * MIB,
        256,
        64,
        64L * MIB,
        2048,
        Duration.ofSeconds(20),
        Duration.ofSeconds(10),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        1000);
  }
}
