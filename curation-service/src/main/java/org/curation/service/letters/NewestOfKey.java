package org.curation.service.letters;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.curation.service.KafkaConnection;
import org.curation.service.UserError;
import org.jspecify.annotations.Nullable;

/** Finds the newest record of keys in compacted topics. For use by one thread. */
final class NewestOfKey implements AutoCloseable {
  private final PartitionScan scan;
  private final Map<String, Integer> partitionCounts = new HashMap<>();

  NewestOfKey(KafkaConnection connection) {
    this.scan = new PartitionScan(connection);
  }

  /** A key in a partition. */
  record Place(TopicPartition partition, ByteBuffer key) {
    static Place of(Resend resend) {
      byte @Nullable [] key = resend.key();
      return new Place(
          new TopicPartition(resend.spec().name(), resend.partition()),
          ByteBuffer.wrap(key == null ? new byte[0] : key));
    }

    private static @Nullable Place of(ConsumerRecord<byte[], byte[]> message) {
      return message.key() == null
          ? null
          : new Place(
              new TopicPartition(message.topic(), message.partition()),
              ByteBuffer.wrap(message.key()));
    }
  }

  /**
   * What was found.
   *
   * @param newest of each key that has a record
   * @param ends where the partitions ended
   */
  record Found(Map<Place, Newness> newest, Map<TopicPartition, Long> ends) {}

  /**
   * How many partitions a topic has.
   *
   * @throws UserError when the topic does not exist
   */
  int partitions(String topic) {
    return partitionCounts.computeIfAbsent(topic, name -> scan.partitions(name).size());
  }

  /** The newest records of keys from the beginning of their partitions to the end. */
  Found find(Set<Place> places) {
    return find(places, Map.of(), Set.of());
  }

  /**
   * The newest records from some offsets to the end.
   *
   * @param except records that don't count
   */
  Found find(Set<Place> places, Map<TopicPartition, Long> from, Collection<RecordPlace> except) {
    if (places.isEmpty()) {
      return new Found(Map.of(), Map.of());
    }
    Set<TopicPartition> partitions =
        places.stream().map(Place::partition).collect(Collectors.toSet());
    Map<TopicPartition, Long> ends = scan.ends(partitions);
    Set<RecordPlace> ignored = new HashSet<>(except);
    Map<Place, Newness> newest = new HashMap<>();
    scan.read(
        from,
        ends,
        message -> {
          Place place = Place.of(message);
          if (place != null
              && places.contains(place)
              && !ignored.contains(new RecordPlace(place.partition(), message.offset()))) {
            newest.merge(place, Newness.of(message), Newness::newer);
          }
        });
    return new Found(newest, ends);
  }

  /** A record's place. */
  record RecordPlace(TopicPartition partition, long offset) {}

  /** Reads one record; empty when compaction has taken it meanwhile. */
  Optional<ConsumerRecord<byte[], byte[]>> fetch(TopicPartition partition, long offset) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    scan.read(
        Map.of(partition, offset),
        Map.of(partition, offset + 1),
        message -> {
          if (message.offset() == offset) {
            found.add(message);
          }
        });
    return found.stream().findFirst();
  }

  @Override
  public void close() {
    scan.close();
  }
}
