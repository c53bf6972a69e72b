package org.curation.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Sends records and waits until the brokers have them. */
final class Outbox {
  private final Producer<String, byte[]> producer;

  Outbox(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  int partitions(String topic) {
    return producer.partitionsFor(topic).size();
  }

  /**
   * Sends all.
   *
   * @throws KafkaException when one was not taken; sending all again is harmless, as each replaces
   *     itself by its key
   */
  void send(List<ProducerRecord<String, byte[]>> outgoing) {
    if (outgoing.isEmpty()) {
      return;
    }
    List<Future<RecordMetadata>> sent = new ArrayList<>(outgoing.size());
    outgoing.forEach(each -> sent.add(producer.send(each)));
    producer.flush();
    for (Future<RecordMetadata> each : sent) {
      try {
        each.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new KafkaException(e.getCause());
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
  }
}
