package org.curation.standalone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.curation.model.RawCuration;
import org.jspecify.annotations.Nullable;

/**
 * One poisonous record and what must become of it.
 *
 * @param reason of its dead letter
 * @param stage that writes the letter
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record PoisonCase(
    String name,
    String topic,
    byte @Nullable [] key,
    byte @Nullable [] value,
    List<Header> headers,
    String stage,
    String reason) {

  static PoisonCase raw(String name, String reason, byte @Nullable [] key, byte[] value) {
    return new PoisonCase(name, "curation.raw", key, value, List.of(), "enrich", reason);
  }

  static PoisonCase raw(String name, String reason, RawCuration raw) {
    return raw(name, reason, utf8(raw.id().toString()), RawRecords.bytes(raw));
  }

  static PoisonCase on(String topic, String name, String reason, String key, String value) {
    String stage = topic.equals("curation.documents") ? "sink" : "enrich";
    return new PoisonCase(name, topic, utf8(key), utf8(value), List.of(), stage, reason);
  }

  PoisonCase with(Header header) {
    return with(List.of(header));
  }

  PoisonCase with(List<Header> more) {
    List<Header> all = new ArrayList<>(headers);
    all.addAll(more);
    return new PoisonCase(name, topic, key, value, all, stage, reason);
  }

  ProducerRecord<byte[], byte[]> to(int partition) {
    return new ProducerRecord<>(topic, partition, null, key, value, headers);
  }

  static Header header(String name, String value) {
    return new RecordHeader(name, utf8(value));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name;
  }
}
