package org.curation.service.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InterruptException;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;

/** Looks at the topics of a cluster. For use by one thread. */
public final class TopicInspection {
  private static final String NAME_SPACE = "curation.";

  private final Admin admin;

  /** Looks through an admin client that the caller owns. */
  public TopicInspection(Admin admin) {
    this.admin = admin;
  }

  /** What is there now. */
  public ClusterTopics look() {
    Set<String> known = Topics.ALL.stream().map(TopicSpec::name).collect(Collectors.toSet());
    List<String> names =
        await(admin.listTopics().names()).stream()
            .filter(name -> known.contains(name) || name.startsWith(NAME_SPACE))
            .toList();
    List<String> problems = new ArrayList<>();
    Map<String, TopicDescription> found = await(admin.describeTopics(names).allTopicNames());
    Map<String, Map<String, String>> settings = settings(Type.TOPIC, names, problems);
    Map<String, Long> offsets = offsets(found);
    SortedMap<String, ClusterTopics.Topic> topics = new TreeMap<>();
    found.forEach(
        (name, topic) ->
            topics.put(
                name,
                new ClusterTopics.Topic(
                    name,
                    topic.partitions().stream()
                        .map(partition -> partition.replicas().stream().map(Node::id).toList())
                        .toList(),
                    settings.getOrDefault(name, Map.of()),
                    offsets.getOrDefault(name, 0L))));
    SortedMap<Integer, Map<String, String>> brokers = new TreeMap<>();
    List<String> ids = await(admin.describeCluster().nodes()).stream().map(Node::idString).toList();
    Map<String, Map<String, String>> ofBrokers = settings(Type.BROKER, ids, problems);
    ids.forEach(id -> brokers.put(Integer.valueOf(id), ofBrokers.getOrDefault(id, Map.of())));
    return new ClusterTopics(topics, brokers, problems);
  }

  private Map<String, Map<String, String>> settings(
      Type type, List<String> names, List<String> problems) {
    List<ConfigResource> resources =
        names.stream().map(name -> new ConfigResource(type, name)).toList();
    Map<String, Map<String, String>> settings = new HashMap<>();
    admin
        .describeConfigs(resources)
        .values()
        .forEach(
            (resource, future) -> {
              try {
                settings.put(resource.name(), visible(await(future)));
              } catch (ApiException e) {
                problems.add(
                    "The settings of %s %s can't be seen: %s"
                        .formatted(
                            type == Type.TOPIC ? "topic" : "broker",
                            resource.name(),
                            e.getMessage()));
              }
            });
    return settings;
  }

  private static Map<String, String> visible(Config config) {
    Map<String, String> visible = new HashMap<>();
    for (ConfigEntry entry : config.entries()) {
      if (!entry.isSensitive() && entry.value() != null) {
        visible.put(entry.name(), entry.value());
      }
    }
    return visible;
  }

  private Map<String, Long> offsets(Map<String, TopicDescription> topics) {
    Map<TopicPartition, OffsetSpec> first = new HashMap<>();
    Map<TopicPartition, OffsetSpec> last = new HashMap<>();
    topics.forEach(
        (name, topic) ->
            topic
                .partitions()
                .forEach(
                    info -> {
                      first.put(new TopicPartition(name, info.partition()), OffsetSpec.earliest());
                      last.put(new TopicPartition(name, info.partition()), OffsetSpec.latest());
                    }));
    Map<TopicPartition, ListOffsetsResultInfo> begin = await(admin.listOffsets(first).all());
    Map<TopicPartition, ListOffsetsResultInfo> end = await(admin.listOffsets(last).all());
    Map<String, Long> offsets = new HashMap<>();
    end.forEach(
        (partition, info) -> {
          ListOffsetsResultInfo from = begin.get(partition);
          long count = info.offset() - (from == null ? 0 : from.offset());
          offsets.merge(partition.topic(), count, Long::sum);
        });
    return offsets;
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
