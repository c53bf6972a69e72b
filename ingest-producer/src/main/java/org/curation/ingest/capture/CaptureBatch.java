package org.curation.ingest.capture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.curation.model.CaptureRequest;
import org.curation.model.PageContent;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.JsonSerde;
import org.curation.service.DeadLetter;
import org.curation.service.metrics.StageObserver;
import org.jspecify.annotations.Nullable;

/**
 * The answers to some requests, ready to be sent in one transaction.
 *
 * @param answers in the order of their requests
 * @param letters for requests that can't be read
 * @param offsets where to go on after the batch
 */
record CaptureBatch(
    List<Traced> answers,
    List<DeadLetter> letters,
    Map<TopicPartition, OffsetAndMetadata> offsets) {
  private static final Duration LONGEST = Duration.ofSeconds(2);

  /** Most requests that are answered in one transaction. */
  static final int MOST_REQUESTS = 50;

  private static final long MOST_BYTES = 32L * 1024 * 1024;
  private static final JsonSerde<CaptureRequest> REQUESTS = JsonSerde.of(CaptureRequest.class);

  /**
   * An answer to a request.
   *
   * @param request the record that asked
   */
  record Traced(Answer answer, ConsumerRecord<byte[], byte[]> request) {
    @Nullable String traceParent() {
      return EventHeaders.read(request.headers(), EventHeaders.TRACE_PARENT);
    }
  }

  /**
   * Answers requests until there are enough for one transaction: 50, or what takes 2 s, or 32 MiB.
   */
  static CaptureBatch take(
      Iterator<ConsumerRecord<byte[], byte[]>> requests, Fetcher fetcher, Clock clock) {
    CaptureBatch batch = new CaptureBatch(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    long start = System.nanoTime();
    long bytes = 0;
    for (int count = 0;
        requests.hasNext()
            && count < MOST_REQUESTS
            && bytes < MOST_BYTES
            && System.nanoTime() - start < LONGEST.toNanos();
        count++) {
      bytes += batch.answer(requests.next(), fetcher, clock);
    }
    return batch;
  }

  /** The letter for a request that can't be answered. */
  static DeadLetter letter(ConsumerRecord<byte[], byte[]> request, String reason, String message) {
    String place =
        "%s, partition %d, offset %d"
            .formatted(request.topic(), request.partition(), request.offset());
    return new DeadLetter(
        DeadLetterHeaders.letterId(
            "capture", request.topic(), request.partition(), request.offset()),
        "capture",
        reason,
        place + ": " + message,
        place,
        request.key(),
        request.value());
  }

  /** Tells an observer what became of the requests, once they are committed. */
  void tell(StageObserver observer, Instant now) {
    for (Traced each : answers) {
      observer.settled(each.answer().outcome(), 1);
      observer.handedOn(Duration.between(Instant.ofEpochMilli(each.request().timestamp()), now));
    }
    for (DeadLetter letter : letters) {
      observer.settled("dead-lettered", 1);
      observer.deadLettered(letter.reason());
    }
  }

  private long answer(ConsumerRecord<byte[], byte[]> message, Fetcher fetcher, Clock clock) {
    offsets.put(
        new TopicPartition(message.topic(), message.partition()),
        new OffsetAndMetadata(message.offset() + 1));
    if (message.value() == null) {
      return 0; // a request that was withdrawn
    }
    CaptureRequest request;
    try {
      request = REQUESTS.read(message.value());
    } catch (SerializationException e) {
      letters.add(letter(message, "not-a-record", String.valueOf(e.getMessage())));
      return message.value().length;
    }
    Answer answer = Answer.of(request, fetched(request, fetcher), clock.instant());
    answers.add(new Traced(answer, message));
    return bytes(answer);
  }

  private static Fetched fetched(CaptureRequest request, Fetcher fetcher) {
    try {
      return fetcher.fetch(request);
    } catch (RuntimeException e) {
      // One resource must never stop the others; the answer says what happened.
      return new Fetched.Failed("fetching failed: " + e);
    }
  }

  private static long bytes(@Nullable PageContent page) {
    return page == null ? 0 : page.htmlGzip().length;
  }

  private static long bytes(Answer answer) {
    return switch (answer) {
      case Answer.WithImage image -> image.image().jpeg().length;
      case Answer.Complete complete -> bytes(complete.capture().page());
    };
  }
}
