package org.curation.service.metrics;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * Told what a stage does. Stages know this and no metrics library. Called by the stage's threads,
 * so it must be safe for use by threads, quick, and must not throw.
 */
public interface StageObserver {
  /** Looks away. */
  StageObserver NONE = new StageObserver() {};

  /** Records were settled with an outcome, one of a few fixed words. */
  default void settled(String outcome, long count) {}

  /** A record, or a batch where the stage works in batches, took so long. */
  default void took(Duration time) {}

  /** A result was handed on this long after its origin was received. */
  default void handedOn(Duration sinceReceived) {}

  /** A dead letter was written. */
  default void deadLettered(String reason) {}

  /** Measures a client until the watch is closed, which is to be done before the client is. */
  default Watch watch(Consumer<?, ?> client) {
    return () -> {};
  }

  /** The same for a producer. */
  default Watch watch(Producer<?, ?> client) {
    return () -> {};
  }

  /** What measures a client. */
  @FunctionalInterface
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
