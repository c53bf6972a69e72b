package org.curation.sink;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.curation.sink.store.TopicPartitionIdentity;

/**
 * What one poll brought.
 *
 * @param epoch that the records belong to
 * @param current records to apply
 * @param overtaken records that a later one makes superfluous; looked at only to tell poison
 * @param nextOffsets to store once all is done
 */
record Batch(
    Epoch epoch,
    List<ConsumerRecord<byte[], byte[]>> current,
    List<ConsumerRecord<byte[], byte[]>> overtaken,
    Map<TopicPartitionIdentity, Long> nextOffsets) {}
