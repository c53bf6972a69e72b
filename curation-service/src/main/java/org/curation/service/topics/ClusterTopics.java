package org.curation.service.topics;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What is on a cluster.
 *
 * @param topics by name: those of the catalogue and all others that begin with {@code curation.}
 * @param brokers settings of each broker, by its id; without those that may not be seen
 * @param problems what could not be looked at, and why
 */
public record ClusterTopics(
    SortedMap<String, Topic> topics,
    SortedMap<Integer, Map<String, String>> brokers,
    List<String> problems) {

  /**
   * A topic.
   *
   * @param replicas broker ids of each partition, in the order of the partitions
   * @param settings in effect, whoever set them; empty when they may not be seen
   * @param offsets how many offsets lie between beginning and end; about the number of records
   */
  public record Topic(
      String name, List<List<Integer>> replicas, Map<String, String> settings, long offsets) {
    /** How many partitions it has. */
    public int partitions() {
      return replicas.size();
    }

    /** The replication factor of the partition that has the lowest. */
    public int replication() {
      return replicas.stream().mapToInt(List::size).min().orElse(0);
    }
  }
}
