package org.curation.ingest.source;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Sends without waiting for each record, and fails at the next chance once any record was not
 * acknowledged. A full send buffer blocks the caller: that is the back-pressure.
 */
final class AcknowledgedProducer implements AutoCloseable {
  private final Producer<String, byte[]> producer;
  private final AtomicReference<PublishException> failure = new AtomicReference<>();
  private final AtomicLong acknowledged = new AtomicLong();

  AcknowledgedProducer(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  void send(ProducerRecord<String, byte[]> message) {
    throwFailure();
    try {
      var unused =
          producer.send(
              message,
              (metadata, exception) -> {
                if (exception == null) {
                  acknowledged.incrementAndGet();
                } else {
                  failure.compareAndSet(null, new PublishException(message.topic(), exception));
                }
              });
    } catch (KafkaException e) {
      throw new PublishException(message.topic(), e);
    }
  }

  /** How many records the brokers have acknowledged so far. */
  long acknowledged() {
    return acknowledged.get();
  }

  /** Waits until each record that was sent is acknowledged. */
  void flush() {
    producer.flush();
    throwFailure();
  }

  @Override
  public void close() {
    producer.close();
  }

  private void throwFailure() {
    PublishException first = failure.get();
    if (first != null) {
      throw first;
    }
  }
}
