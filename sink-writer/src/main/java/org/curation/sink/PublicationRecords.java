package org.curation.sink;

import java.time.Clock;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.curation.model.Publication;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.Partitioning;
import org.curation.model.topic.Topics;
import org.curation.sink.store.Applied;

/** The records of {@code curation.publications}. */
final class PublicationRecords {
  private static final JsonSerde<Publication> PUBLICATION = JsonSerde.of(Publication.class);
  private static final String SOURCE = "/sink-writer";

  private final String store;
  private final Clock clock;

  PublicationRecords(String store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Says what became of a document.
   *
   * @param source the document's record, whose trace goes on
   * @param partitions of {@code curation.publications}
   */
  ProducerRecord<String, byte[]> published(
      Applied applied, ConsumerRecord<byte[], byte[]> source, int partitions) {
    Instant now = clock.instant();
    Publication publication =
        new Publication(
            applied.id(),
            store,
            applied.outcome(),
            applied.location(),
            applied.version(),
            applied.revision(),
            applied.contentHash(),
            now,
            Math.max(0, now.toEpochMilli() - source.timestamp()));
    String key = applied.id() + "|" + store;
    RecordHeaders headers = new RecordHeaders();
    EventHeaders.write(
        headers,
        "%s/%s/%d/%d".formatted(store, source.topic(), source.partition(), source.offset()),
        SOURCE,
        Topics.PUBLICATIONS,
        applied.id().toString(),
        now,
        EventHeaders.read(source.headers(), EventHeaders.TRACE_PARENT));
    return new ProducerRecord<>(
        Topics.PUBLICATIONS.name(),
        Partitioning.forCuration(applied.id(), partitions),
        now.toEpochMilli(),
        key,
        PUBLICATION.write(publication),
        headers);
  }
}
