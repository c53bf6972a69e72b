package org.curation.ingest.capture;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.curation.ingest.source.TopicSnapshot;
import org.curation.model.CaptureRequest;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.jspecify.annotations.Nullable;

/**
 * Has links fetched again now, by sending the newest request of each once more. A request that
 * enrichment sends or withdraws meanwhile must not be covered by an older one, as the topic keeps
 * only the last: so what came between is put back on top.
 */
public final class RecaptureRequests {
  private static final JsonSerde<CaptureRequest> REQUESTS = JsonSerde.of(CaptureRequest.class);
  private static final String TOPIC = Topics.CAPTURE_REQUESTS.name();

  private static final int MOST_LOOKS = 200;

  private final KafkaConnection connection;
  private final Clock clock;

  /** Requests on a cluster. */
  public RecaptureRequests(KafkaConnection connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
  }

  /** Where the newest record of a key stands. */
  private record Slot(int partition, Bytes key) {}

  /**
   * Asks again.
   *
   * @param chosen which requests
   * @return how many links are fetched again
   * @throws KafkaException when the cluster does not take them; asking again does no harm
   */
  public int send(Predicate<CaptureRequest> chosen) {
    Map<Slot, ConsumerRecord<byte[], byte[]>> before = newest();
    Map<Slot, Long> sent = new HashMap<>();
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            connection.producer("curation-recapture"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      Instant now = clock.instant();
      Map<Slot, Future<RecordMetadata>> pending = new HashMap<>();
      before.forEach(
          (slot, message) -> {
            CaptureRequest request = read(message);
            if (request != null && chosen.test(request)) {
              pending.put(slot, producer.send(again(message, request, now)));
            }
          });
      pending.forEach((slot, future) -> sent.put(slot, offset(future)));
      putBack(producer, before, sent);
    }
    return sent.size();
  }

  /** How many links would be fetched again. */
  public int count(Predicate<CaptureRequest> chosen) {
    int count = 0;
    for (ConsumerRecord<byte[], byte[]> message : newest().values()) {
      CaptureRequest request = read(message);
      count += request != null && chosen.test(request) ? 1 : 0;
    }
    return count;
  }

  private void putBack(
      Producer<byte[], byte[]> producer,
      Map<Slot, ConsumerRecord<byte[], byte[]>> before,
      Map<Slot, Long> sent) {
    Map<Slot, ConsumerRecord<byte[], byte[]>> between = new HashMap<>();
    Set<Slot> overtaken = new HashSet<>();
    Set<Slot> seen = new HashSet<>();
    // A transaction that is open hides what lies behind it, our own records too.
    for (int look = 0; look < MOST_LOOKS && !seen.containsAll(sent.keySet()); look++) {
      TopicSnapshot.read(
          connection,
          TOPIC,
          message -> {
            Slot slot = slot(message);
            Long mine = sent.get(slot);
            ConsumerRecord<byte[], byte[]> known = before.get(slot);
            if (mine == null || known == null || message.offset() <= known.offset()) {
              return;
            }
            if (message.offset() < mine) {
              between.put(slot, message);
            } else {
              seen.add(slot);
              if (message.offset() > mine) {
                overtaken.add(slot); // a newer one is on top already
              }
            }
          });
    }
    if (!seen.containsAll(sent.keySet())) {
      throw new KafkaException(
          "what was sent to " + TOPIC + " can't be seen yet; ask again in a minute");
    }
    between.keySet().removeAll(overtaken);
    Map<Slot, Future<RecordMetadata>> pending = new HashMap<>();
    between.forEach(
        (slot, message) ->
            pending.put(
                slot,
                producer.send(
                    new ProducerRecord<>(
                        TOPIC,
                        message.partition(),
                        null,
                        message.key(),
                        message.value(),
                        message.headers()))));
    pending.values().forEach(RecaptureRequests::offset);
  }

  private Map<Slot, ConsumerRecord<byte[], byte[]>> newest() {
    Map<Slot, ConsumerRecord<byte[], byte[]>> newest = new HashMap<>();
    TopicSnapshot.read(
        connection,
        TOPIC,
        message -> {
          if (message.key() != null) {
            newest.put(slot(message), message);
          }
        });
    newest.values().removeIf(message -> message.value() == null);
    return newest;
  }

  private static ProducerRecord<byte[], byte[]> again(
      ConsumerRecord<byte[], byte[]> message, CaptureRequest request, Instant now) {
    CaptureRequest again =
        new CaptureRequest(request.key(), request.number(), request.url(), request.fileName(), now);
    RecordHeaders headers = new RecordHeaders();
    String key = request.key().toString();
    EventHeaders.write(
        headers,
        key + "/" + request.number() + "/" + now.toEpochMilli(),
        "/curate",
        Topics.CAPTURE_REQUESTS,
        key,
        now,
        null);
    return new ProducerRecord<>(
        TOPIC, message.partition(), null, message.key(), REQUESTS.write(again), headers);
  }

  private static Slot slot(ConsumerRecord<byte[], byte[]> message) {
    return new Slot(
        message.partition(), Bytes.wrap(message.key() == null ? new byte[0] : message.key()));
  }

  /** Null for what can't be read: the worker wrote a letter about it. */
  private static @Nullable CaptureRequest read(ConsumerRecord<byte[], byte[]> message) {
    try {
      return REQUESTS.read(message.value());
    } catch (SerializationException e) {
      return null;
    }
  }

  private static long offset(Future<RecordMetadata> sent) {
    try {
      return sent.get().offset();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
