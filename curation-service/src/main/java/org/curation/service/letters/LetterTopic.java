package org.curation.service.letters;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;

/**
 * The letters of a cluster, as they are when asked. Memory grows with the number of letters of one
 * partition (their ids), never with their contents. For use by one thread.
 */
public final class LetterTopic implements AutoCloseable {
  private static final String TOPIC = Topics.DEAD_LETTERS.name();

  private final PartitionScan scan;

  /** Opens a reader, which its caller closes. */
  public LetterTopic(KafkaConnection connection) {
    this.scan = new PartitionScan(connection);
  }

  /** What is told of each letter; the bytes are the original value. */
  @FunctionalInterface
  public interface Visitor extends BiConsumer<Letter, ConsumerRecord<byte[], byte[]>> {}

  /**
   * Visits the newest record of each letter id.
   *
   * @param decided whether letters that have been decided on are visited too
   */
  public void visit(LetterFilter filter, boolean decided, Visitor visitor) {
    for (TopicPartition partition : partitions(filter)) {
      Map<TopicPartition, Long> ends = scan.ends(List.of(partition));
      Map<String, Long> newest = new HashMap<>();
      scan.read(Map.of(), ends, message -> newest.put(Letter.id(message), message.offset()));
      scan.read(
          Map.of(),
          ends,
          message -> {
            if (newest.getOrDefault(Letter.id(message), -1L) == message.offset()
                && message.value() != null) {
              Letter letter = Letter.of(message);
              if ((decided || letter.decision() == null) && filter.matches(letter)) {
                visitor.accept(letter, message);
              }
            }
          });
    }
  }

  /** All records of a letter that compaction has left, the oldest first. */
  public List<ConsumerRecord<byte[], byte[]>> history(String id) {
    List<ConsumerRecord<byte[], byte[]>> history = new ArrayList<>();
    scan.read(
        Map.of(),
        scan.ends(partitions(LetterFilter.ids(Set.of(id)))),
        message -> {
          if (message.value() != null && Letter.id(message).equals(id)) {
            history.add(message);
          }
        });
    return history;
  }

  /** Those that can hold what is asked for: letters are partitioned by their id. */
  private List<TopicPartition> partitions(LetterFilter filter) {
    List<TopicPartition> all = scan.partitions(TOPIC);
    return filter.ids().isEmpty()
        ? all
        : filter.ids().stream()
            .map(id -> Utils.murmur2(id.getBytes(StandardCharsets.UTF_8)))
            .map(hash -> all.get(Utils.toPositive(hash) % all.size()))
            .distinct()
            .toList();
  }

  @Override
  public void close() {
    scan.close();
  }
}
