package org.curation.ingest.capture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.curation.ingest.capture.CaptureBatch.Forgotten;
import org.jspecify.annotations.Nullable;

/**
 * What the worker knows of the partitions that it owns, and the plans that follow from it. Belongs
 * to one thread.
 */
final class CaptureMemory {
  private final Map<TopicPartition, OwnedPartition> partitions = new HashMap<>();
  private final Timing timing;
  private final Schedule schedule;
  private final LinkCounts counts;

  CaptureMemory(Timing timing, Schedule schedule, LinkCounts counts) {
    this.timing = timing;
    this.schedule = schedule;
    this.counts = counts;
  }

  /**
   * Begins to load partitions. An earlier owner's transactions are over when this returns: a group
   * tells no offset while one is open.
   */
  void own(Collection<TopicPartition> fresh, Consumer<?, ?> consumer) {
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(fresh));
    Map<TopicPartition, Long> ends = consumer.endOffsets(fresh);
    for (TopicPartition partition : fresh) {
      OffsetAndMetadata answered = committed.get(partition);
      partitions.put(
          partition,
          new OwnedPartition(
              ends.getOrDefault(partition, 0L), answered == null ? 0 : answered.offset()));
    }
    consumer.seekToBeginning(fresh);
  }

  /** Forgets partitions, and voids all plans that come from them. */
  void disown(Collection<TopicPartition> gone) {
    for (TopicPartition partition : gone) {
      OwnedPartition left = partitions.remove(partition);
      if (left != null) {
        left.links()
            .forEach(
                link -> {
                  schedule.forget(link);
                  counts.change(link.known(), null);
                });
      }
    }
  }

  @Nullable OwnedPartition find(TopicPartition partition) {
    return partitions.get(partition);
  }

  boolean isLoading() {
    return partitions.values().stream().anyMatch(partition -> !partition.isLoaded());
  }

  /** Loads what has become complete; gives what nobody wants any more. */
  List<Forgotten> load(Consumer<?, ?> consumer) {
    List<Forgotten> orphans = new ArrayList<>();
    partitions.forEach(
        (place, partition) -> {
          if (partition.isLoaded()) {
            return;
          }
          partition.readTo(consumer.position(place));
          if (partition.canBeLoaded()) {
            partition.load().forEach(key -> orphans.add(new Forgotten(place.partition(), key)));
            partition.links().stream()
                .sorted((a, b) -> Long.compare(a.place().offset(), b.place().offset()))
                .forEach(
                    link -> {
                      counts.change(null, link.known());
                      schedule.at(link.due(timing), link);
                    });
          }
        });
    return orphans;
  }

  /** A request was read. */
  void put(OwnedPartition partition, Link link) {
    Link before = partition.put(link);
    if (!partition.isLoaded()) {
      return;
    }
    if (before != null) {
      schedule.forget(before);
      link.learn(before.known());
      counts.change(before.known(), link.known());
    }
    long due = link.due(timing);
    if (!link.awaited() && due != 0) {
      partition.settled(link); // asked again for what was answered
    }
    schedule.at(due, link);
  }

  /** A request was withdrawn; tells whether something was known of it. */
  boolean remove(OwnedPartition partition, String key) {
    Link before = partition.remove(key);
    if (before == null || !partition.isLoaded()) {
      return false;
    }
    schedule.forget(before);
    counts.change(before.known(), null);
    return before.known() != null;
  }

  /** A link was tried: plans the next time. */
  void learned(Link link, Known known) {
    counts.change(link.known(), known);
    link.learn(known);
    schedule.at(timing.due(link.key(), link.known(), 0), link);
  }

  /** How far each partition is settled: those with progress, and those that are named. */
  Map<TopicPartition, OffsetAndMetadata> settled(Set<Integer> named) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    partitions.forEach(
        (place, partition) -> {
          if (partition.hasProgress()
              || (partition.isLoaded() && named.contains(place.partition()))) {
            offsets.put(place, new OffsetAndMetadata(partition.settledTo()));
          }
        });
    return offsets;
  }

  void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
    offsets.forEach(
        (place, offset) -> {
          OwnedPartition partition = partitions.get(place);
          if (partition != null) {
            partition.committed(offset.offset());
          }
        });
  }
}
