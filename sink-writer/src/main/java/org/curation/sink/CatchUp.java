package org.curation.sink;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Which records of a stretch that was not read yet are overtaken by later ones of the same key, so
 * that a store that was away for long goes to the present state at once and not through every state
 * in between.
 *
 * @param end offset after the stretch; from there on every record counts
 * @param newest offset of each key's last record in the stretch
 */
record CatchUp(long end, Map<ByteBuffer, Long> newest) {
  /** Nothing to catch up with. */
  static CatchUp none() {
    return new CatchUp(0, Map.of());
  }

  /** Reads the keys of a stretch. */
  static CatchUp read(LogScan log, TopicPartition partition, long from, long to, Closing closing) {
    Map<ByteBuffer, Long> newest = new HashMap<>();
    log.first(
        partition,
        from,
        to,
        each -> {
          closing.check("looking for what is newest in " + partition);
          if (each.key() != null) {
            newest.put(ByteBuffer.wrap(each.key()), each.offset());
          }
          return false;
        });
    return new CatchUp(to, newest);
  }

  /** Whether a record is overtaken. One without a key never is. */
  boolean overtakes(ConsumerRecord<byte[], byte[]> candidate) {
    if (candidate.offset() >= end || candidate.key() == null) {
      return false;
    }
    Long last = newest.get(ByteBuffer.wrap(candidate.key()));
    return last != null && last > candidate.offset();
  }
}
