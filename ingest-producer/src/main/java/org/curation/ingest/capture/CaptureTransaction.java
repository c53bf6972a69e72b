package org.curation.ingest.capture;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.curation.ingest.capture.CaptureBatch.Forgotten;
import org.curation.ingest.capture.CaptureBatch.Result;
import org.curation.model.Capture;
import org.curation.model.CaptureKey;
import org.curation.model.LinkHealth;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.Partitioning;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;

/**
 * Sends a batch as one transaction: images and files, then the captures that say where those are,
 * then how the links are, then how far the requests were answered.
 */
final class CaptureTransaction {
  private static final String SOURCE = "/capture-worker";
  private static final int MAX_CAPTURE_BYTES = Topics.RECORD_BYTES - 64 * 1024;
  private static final JsonSerde<Capture> CAPTURES = JsonSerde.of(Capture.class);
  private static final JsonSerde<LinkHealth> HEALTH = JsonSerde.of(LinkHealth.class);

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
  void commit(
      CaptureBatch batch,
      Map<TopicPartition, OffsetAndMetadata> offsets,
      ConsumerGroupMetadata group) {
    producer.beginTransaction();
    List<Pending> pending = new ArrayList<>();
    batch.results().forEach(result -> begin(result).ifPresent(pending::add));
    producer.flush();
    pending.forEach(each -> send(each.result(), each.capture().get()));
    batch.results().forEach(this::sendHealth);
    batch.forgotten().forEach(this::sendForgotten);
    batch.letters().forEach(letter -> fire(letter.letter().toRecord(clock.instant())));
    if (!offsets.isEmpty()) {
      producer.sendOffsetsToTransaction(offsets, group);
    }
    producer.commitTransaction();
  }

  /** A result, and its capture once its content is stored. */
  private record Pending(Result result, Supplier<Capture> capture) {}

  private Optional<Pending> begin(Result result) {
    return switch (result.answer()) {
      case null -> Optional.empty();
      case Answer.Complete complete -> Optional.of(new Pending(result, complete::capture));
      case Answer.WithContent content -> {
        CaptureKey key = content.request().key();
        long number = content.request().number();
        byte[] bytes = content.content().bytes();
        Future<RecordMetadata> sent =
            producer.send(message(Topics.IMAGES, key, number, content.at(), bytes, result));
        yield Optional.of(
            new Pending(
                result,
                () -> {
                  RecordMetadata place = await(sent);
                  return content.capture(place.partition(), place.offset());
                }));
      }
    };
  }

  private void send(Result result, Capture capture) {
    byte[] value = CAPTURES.write(capture);
    if (value.length > MAX_CAPTURE_BYTES && capture.page() != null) {
      String reason =
          "the capture takes %d bytes, at most %d are allowed"
              .formatted(value.length, MAX_CAPTURE_BYTES);
      send(result, withoutPage(capture, reason));
      return;
    }
    fire(
        message(
            Topics.CAPTURES,
            capture.key(),
            capture.requestNumber(),
            capture.capturedAt(),
            value,
            result));
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

  /** Health lies where the request lies, so that who owns the one owns the other. */
  private void sendHealth(Result result) {
    LinkHealth health = result.health();
    String key = health.key().toString();
    RecordHeaders headers = new RecordHeaders();
    EventHeaders.write(
        headers,
        key + "/" + health.requestNumber() + "/" + health.checkedAt().toEpochMilli(),
        SOURCE,
        Topics.LINK_HEALTH,
        key,
        health.checkedAt(),
        result.place().trace());
    fire(
        new ProducerRecord<>(
            Topics.LINK_HEALTH.name(),
            result.place().partition(),
            health.checkedAt().toEpochMilli(),
            key,
            HEALTH.write(health),
            headers));
  }

  private void sendForgotten(Forgotten link) {
    ProducerRecord<String, byte[]> nothing =
        new ProducerRecord<>(Topics.LINK_HEALTH.name(), link.partition(), link.key(), null);
    fire(nothing);
  }

  private void fire(ProducerRecord<String, byte[]> message) {
    var unused = producer.send(message); // a failure shows when the transaction is committed
  }

  private ProducerRecord<String, byte[]> message(
      TopicSpec<?> spec, CaptureKey key, long number, Instant at, byte[] value, Result result) {
    String answer = key + "/" + number;
    RecordHeaders headers = new RecordHeaders();
    EventHeaders.write(
        headers,
        result.awaited() ? answer : answer + "/" + at.toEpochMilli(),
        SOURCE,
        spec,
        key.toString(),
        at,
        result.place().trace());
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
