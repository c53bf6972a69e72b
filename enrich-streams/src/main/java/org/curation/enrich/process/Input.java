package org.curation.enrich.process;

import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.SchemaVersion;
import org.jspecify.annotations.Nullable;

/**
 * One input record with the place that it came from.
 *
 * @param timestamp of the record, in milliseconds since the epoch; never negative
 * @param versionProblem what is wrong with the version that it was written by; null when nothing
 * @param trace the record's {@code traceparent}
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record Input(
    String topic,
    int partition,
    long offset,
    byte @Nullable [] key,
    byte[] value,
    long timestamp,
    @Nullable String trace,
    @Nullable String versionProblem) {

  static Input of(RecordMetadata place, Record<byte[], byte[]> input) {
    byte[] value = input.value();
    return new Input(
        place.topic(),
        place.partition(),
        place.offset(),
        input.key(),
        value == null ? new byte[0] : value,
        Math.max(0, input.timestamp()),
        EventHeaders.read(input.headers(), EventHeaders.TRACE_PARENT),
        SchemaVersion.problem(input.headers()).orElse(null));
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
