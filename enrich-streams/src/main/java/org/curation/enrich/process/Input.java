package org.curation.enrich.process;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.SchemaVersion;
import org.curation.model.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * One input record with the place that it came from.
 *
 * @param timestamp of the record, in milliseconds since the epoch; never negative
 * @param headers of the record; anybody may have written them
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record Input(
    String topic,
    int partition,
    long offset,
    byte @Nullable [] key,
    byte[] value,
    long timestamp,
    Headers headers) {
  private static final String CLOCK = "clock";

  static Input of(RecordMetadata place, Record<byte[], byte[]> input) {
    byte[] value = input.value();
    return new Input(
        place.topic(),
        place.partition(),
        place.offset(),
        input.key(),
        value == null ? new byte[0] : value,
        Math.max(0, input.timestamp()),
        input.headers());
  }

  /** Nothing came but the time: an input that no topic holds. */
  static Input ofClock(int partition, long due, long now) {
    return new Input(CLOCK, partition, due, null, new byte[0], now, new RecordHeaders());
  }

  /** Whether it is no record that anybody sent. */
  boolean isOwn() {
    return topic.equals(CLOCK) || topic.equals(Topics.OFFERING_ROUNDS.name());
  }

  /** What a task does by itself, without a record. */
  static Input ofOwn(TaskId task, long now) {
    return new Input(
        Topics.OFFERING_ROUNDS.name(),
        task.partition(),
        -1,
        null,
        new byte[0],
        now,
        new RecordHeaders());
  }

  /** What is wrong with the version that the record was written by; null when nothing. */
  @Nullable String versionProblem() {
    return SchemaVersion.problem(headers).orElse(null);
  }

  /** The record's {@code traceparent}. */
  @Nullable String trace() {
    return EventHeaders.read(headers, EventHeaders.TRACE_PARENT);
  }

  /** The letter that this record was redriven from; null for any other record. */
  @Nullable String redriveOf() {
    return DeadLetterHeaders.redriveOf(headers);
  }

  Instant time() {
    return Instant.ofEpochMilli(timestamp);
  }

  String origin() {
    return topic + "-" + partition + "@" + offset;
  }

  String letterId() {
    return DeadLetterHeaders.letterId("enrich", topic, partition, offset);
  }
}
