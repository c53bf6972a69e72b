package org.curation.ingest.capture;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.curation.ingest.capture.CaptureBatch.Traced;
import org.curation.model.Capture;
import org.curation.model.CaptureKey;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.Partitioning;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;

/**
 * Sends a batch as one transaction: the images, then the captures that say where the images are,
 * then how far the requests were read.
 */
final class CaptureTransaction {
  private static final String SOURCE = "/capture-worker";
  private static final int MAX_CAPTURE_BYTES = Topics.RECORD_BYTES - 64 * 1024;
  private static final JsonSerde<Capture> CAPTURES = JsonSerde.of(Capture.class);

  private final Producer<String, byte[]> producer;
  private final Clock clock;

  CaptureTransaction(Producer<String, byte[]> producer, Clock clock) {
    this.producer = producer;
    this.clock = clock;
  }

  /**
   * Sends and commits.
   *
   * @throws KafkaException when it could not; nothing of it can be seen then, or, when the commit
   *     timed out, all of it
   */
  void commit(CaptureBatch batch, ConsumerGroupMetadata group) {
    producer.beginTransaction();
    List<Pending> pending = new ArrayList<>();
    batch.answers().forEach(traced -> pending.add(new Pending(traced, begin(traced))));
    producer.flush();
    pending.forEach(each -> send(each.traced(), each.capture().get()));
    batch.letters().forEach(letter -> fire(letter.toRecord(clock.instant())));
    producer.sendOffsetsToTransaction(batch.offsets(), group);
    producer.commitTransaction();
  }

  /** An answer, and its capture once the images are stored. */
  private record Pending(Traced traced, Supplier<Capture> capture) {}

  private Supplier<Capture> begin(Traced traced) {
    return switch (traced.answer()) {
      case Answer.Complete complete -> complete::capture;
      case Answer.WithImage image -> {
        CaptureKey key = image.request().key();
        long number = image.request().number();
        byte[] jpeg = image.image().jpeg();
        Future<RecordMetadata> sent =
            producer.send(message(Topics.IMAGES, key, number, image.at(), jpeg, traced));
        yield () -> {
          RecordMetadata place = await(sent);
          return image.capture(place.partition(), place.offset());
        };
      }
    };
  }

  private void send(Traced traced, Capture capture) {
    byte[] value = CAPTURES.write(capture);
    if (value.length > MAX_CAPTURE_BYTES) {
      sendTooLarge(traced, capture, value.length);
      return;
    }
    fire(
        message(
            Topics.CAPTURES,
            capture.key(),
            capture.requestNumber(),
            capture.capturedAt(),
            value,
            traced));
  }

  private void sendTooLarge(Traced traced, Capture capture, int bytes) {
    String reason =
        "the capture takes %d bytes, at most %d are allowed".formatted(bytes, MAX_CAPTURE_BYTES);
    if (capture.page() == null) {
      fire(CaptureBatch.letter(traced.request(), "too-large", reason).toRecord(clock.instant()));
    } else {
      send(traced, withoutPage(capture, reason));
    }
  }

  private static Capture withoutPage(Capture capture, String reason) {
    return new Capture(
        capture.key(),
        capture.requestNumber(),
        Capture.Result.UNUSABLE,
        capture.url(),
        capture.finalUrl(),
        capture.redirects(),
        reason,
        null,
        null,
        capture.capturedAt());
  }

  private void fire(ProducerRecord<String, byte[]> message) {
    var unused = producer.send(message); // a failure shows when the transaction is committed
  }

  private ProducerRecord<String, byte[]> message(
      TopicSpec<?> spec, CaptureKey key, long number, Instant at, byte[] value, Traced traced) {
    RecordHeaders headers = new RecordHeaders();
    EventHeaders.write(
        headers, key + "/" + number, SOURCE, spec, key.toString(), at, traced.traceParent());
    int partitions = producer.partitionsFor(spec.name()).size();
    return new ProducerRecord<>(
        spec.name(),
        Partitioning.forCapture(key, partitions),
        at.toEpochMilli(),
        key.toString(),
        value,
        headers);
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
}
