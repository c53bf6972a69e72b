package org.curation.service.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.curation.service.KafkaConnection;

/**
 * Sends decisions in transactions. All of them on a cluster share one transactional id: whoever
 * begins last is the only one who can still decide, and sees all that was decided before. So no
 * letter is redriven by two at a time. For use by one thread.
 */
final class LetterTransactions implements AutoCloseable {
  private static final String ID = "curation-dead-letters";

  private final Producer<byte[], byte[]> producer;

  /** Begins: from here on, nobody who began earlier can decide anything. */
  LetterTransactions(KafkaConnection connection) {
    this(
        new KafkaProducer<>(
            connection.transactionalProducer(ID, ID),
            new ByteArraySerializer(),
            new ByteArraySerializer()));
  }

  LetterTransactions(Producer<byte[], byte[]> producer) {
    this.producer = producer;
    try {
      producer.initTransactions();
    } catch (KafkaException e) {
      producer.close();
      throw translated(e);
    }
  }

  /**
   * Sends records, all or none.
   *
   * @return their places, in order
   * @throws TakenOverException when somebody else has begun
   * @throws KafkaException when it could not; then nothing was sent, or, when the outcome of the
   *     commit is unknown, all
   */
  List<RecordMetadata> send(List<ProducerRecord<byte[], byte[]>> records) {
    try {
      producer.beginTransaction();
      List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
      records.forEach(each -> sent.add(producer.send(each)));
      producer.flush();
      List<RecordMetadata> places = new ArrayList<>(records.size());
      for (Future<RecordMetadata> each : sent) {
        places.add(await(each));
      }
      producer.commitTransaction();
      return places;
    } catch (KafkaException e) {
      throw translated(e);
    }
  }

  private static RecordMetadata await(Future<RecordMetadata> sent) {
    try {
      return sent.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static RuntimeException translated(KafkaException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProducerFencedException
          || cause instanceof InvalidProducerEpochException) {
        return new TakenOverException(e);
      }
    }
    return e;
  }

  @Override
  public void close() {
    // A transaction that is still open is aborted.
    producer.close();
  }
}
