package org.curation.ingest.source;

import java.util.Collection;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.curation.model.Identity;
import org.curation.service.KafkaConnection;

/** Publishes imported identities, to be done before the curations that they are about. */
public final class IdentityPublisher {
  private final Supplier<Producer<String, byte[]>> producers;

  /** A publisher to a cluster. */
  public IdentityPublisher(KafkaConnection connection) {
    this(
        () ->
            new KafkaProducer<>(
                connection.producer("ingest-identities"),
                new StringSerializer(),
                new ByteArraySerializer()));
  }

  IdentityPublisher(Supplier<Producer<String, byte[]>> producers) {
    this.producers = producers;
  }

  /**
   * Publishes all of them.
   *
   * @return how many, after the brokers acknowledged each
   * @throws PublishException when one was not acknowledged
   */
  public long publish(Collection<Identity> identities) {
    try (AcknowledgedProducer out = new AcknowledgedProducer(producers.get())) {
      identities.forEach(identity -> out.send(SourceRecords.identity(identity)));
      out.flush();
      return out.acknowledged();
    }
  }
}
