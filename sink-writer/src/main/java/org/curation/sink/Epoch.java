package org.curation.sink;

import org.curation.sink.store.TopicPartitionIdentity;

/** One life of the documents topic, in one cluster. */
record Epoch(String clusterId, String topicId) {
  TopicPartitionIdentity partition(int partition) {
    return new TopicPartitionIdentity(clusterId, topicId, partition);
  }
}
