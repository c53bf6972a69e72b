package org.curation.ingest.source;

import org.apache.kafka.clients.producer.Producer;

/**
 * A place where tests kill the process, named by the system property {@code curation.fail-point}.
 * Without the property it costs one comparison.
 */
final class FailPoint {
  private static final String WANTED = System.getProperty("curation.fail-point", "");

  private FailPoint() {}

  /** Halts at once if this is the place; what was sent before has reached the brokers. */
  static void reached(String name, Producer<?, ?> producer) {
    if (name.equals(WANTED)) {
      producer.flush();
      Runtime.getRuntime().halt(137);
    }
  }
}
