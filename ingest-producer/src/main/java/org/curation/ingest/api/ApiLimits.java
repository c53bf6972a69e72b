package org.curation.ingest.api;

import java.time.Duration;

/**
 * What the interface bears. Webhooks and pushes have a share each, so that neither can crowd out
 * the other.
 *
 * @param bodyBytes largest body. A raw record may take 4 MiB; the same in a body takes at most
 *     twice as much in practice (indented, non-ASCII letters escaped)
 * @param webhooks what OpenProject's webhooks may take
 * @param pushes what everything else may take
 * @param perToken most requests with one token at once
 * @param connections most open connections; others wait to be let in
 * @param read how long a body may take to arrive
 * @param idle how long a connection may be silent
 * @param context how long OpenProject may take to tell what is around a work package
 * @param acknowledgement how long brokers may take
 * @param elements most elements of one body
 */
record ApiLimits(
    int bodyBytes,
    Share webhooks,
    Share pushes,
    int perToken,
    int connections,
    Duration read,
    Duration idle,
    Duration context,
    Duration acknowledgement,
    int elements) {
  private static final int MIB = 1024 * 1024;

  /**
   * What one kind of request may take. The largest body that is allowed fits into the bytes.
   *
   * @param requests most in hand at once
   * @param bytes most memory for them at once, as {@link Admission} estimates it
   * @param parts most values and names in one body. A work package has some thousands
   */
  record Share(int requests, long bytes, int parts) {}

  static ApiLimits standard() {
    return new ApiLimits(
        8 * MIB,
        new Share(256, 80L * MIB, 100_000),
        new Share(256, 160L * MIB, 400_000),
        64,
        2048,
        Duration.ofSeconds(20),
        Duration.ofSeconds(10),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        1000);
  }
}
