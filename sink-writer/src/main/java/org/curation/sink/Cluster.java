package org.curation.sink;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Questions to the brokers that no consumer answers. */
final class Cluster {
  private final Admin admin;

  Cluster(Admin admin) {
    this.admin = admin;
  }

  /** The present life of a topic. */
  Epoch epoch(String topic) {
    String cluster = get(admin.describeCluster().clusterId());
    return new Epoch(cluster, describe(topic).topicId().toString());
  }

  /** Whether the partition is one of its topic's. */
  boolean has(TopicPartition partition) {
    return partition.partition() >= 0
        && partition.partition() < describe(partition.topic()).partitions().size();
  }

  /** How many partitions a topic has. */
  int partitions(String topic) {
    return describe(topic).partitions().size();
  }

  /**
   * The end of a partition, open transactions included: what lies below it either becomes readable
   * or is aborted.
   */
  long end(TopicPartition partition) {
    return get(admin
            .listOffsets(
                Map.of(partition, OffsetSpec.latest()),
                new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
            .partitionResult(partition))
        .offset();
  }

  private TopicDescription describe(String topic) {
    Map<String, TopicDescription> found = get(admin.describeTopics(List.of(topic)).allTopicNames());
    TopicDescription description = found.get(topic);
    if (description == null) {
      throw new KafkaException("the broker did not describe " + topic);
    }
    return description;
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
