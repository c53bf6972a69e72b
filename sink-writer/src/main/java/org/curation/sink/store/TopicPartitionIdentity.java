package org.curation.sink.store;

import java.util.Objects;

/**
 * One partition of one life of a topic. A topic that is deleted and created again, or that lives in
 * another cluster, has another identity, and a position in the one means nothing in the other.
 *
 * @param clusterId as the broker names its cluster
 * @param topicId the topic's unique id, not its name
 * @param partition from 0
 */
public record TopicPartitionIdentity(String clusterId, String topicId, int partition) {
  /** Requires all parts. */
  public TopicPartitionIdentity {
    Objects.requireNonNull(clusterId, "clusterId");
    Objects.requireNonNull(topicId, "topicId");
    if (partition < 0) {
      throw new IllegalArgumentException("partition %d must not be negative".formatted(partition));
    }
  }
}
