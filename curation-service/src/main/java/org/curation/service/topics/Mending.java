package org.curation.service.topics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.curation.model.topic.Topics;
import org.curation.service.topics.ClusterTopics.Topic;

/** The commands that mend what is wrong. Pure. */
final class Mending {
  private final String bootstrap;

  Mending(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  String create(OptionalInt partitions, OptionalInt replication) {
    StringBuilder command =
        new StringBuilder("curate topics create --bootstrap-servers ").append(bootstrap);
    partitions.ifPresent(count -> command.append(" --partitions ").append(count));
    replication.ifPresent(factor -> command.append(" --replication ").append(factor));
    return command.toString();
  }

  String set(String topic, String setting, String value) {
    String quoted = value.contains(",") ? "[" + value + "]" : value;
    return "kafka-configs.sh --bootstrap-server %s --alter --entity-type topics --entity-name %s --add-config '%s=%s'"
        .formatted(bootstrap, topic, setting, quoted);
  }

  String broker(int id, String setting) {
    return setting.equals("message.max.bytes")
        ? "kafka-configs.sh --bootstrap-server %s --alter --entity-type brokers --entity-default --add-config '%s=%d'"
            .formatted(bootstrap, setting, Topics.LARGE_RECORD_BYTES)
        : "Set %s=%d in the configuration of broker %d and restart it."
            .formatted(setting, Topics.LARGE_RECORD_BYTES, id);
  }

  String delete(String topic) {
    return "If nobody needs it: kafka-topics.sh --bootstrap-server %s --delete --topic %s"
        .formatted(bootstrap, topic);
  }

  /** A partition count can't be mended in place: records would lie where nobody looks for them. */
  String partitions(Topic topic, int wanted) {
    String again = create(OptionalInt.of(wanted), OptionalInt.empty());
    return topic.offsets() == 0
        ? "It is empty: kafka-topics.sh --bootstrap-server %s --delete --topic %s && %s"
            .formatted(bootstrap, topic.name(), again)
        : "It can't be changed in place, for keys would move. Either keep what the topics have (--partitions), or start anew: stop all services, delete all curation.* topics and the curation-enrich application's internal topics, %s, and ingest again with the site's ledger, which keeps ids and addresses."
            .formatted(again);
  }

  /** A reassignment that keeps the present replicas and adds others in turn. */
  String replication(Topic topic, int wanted, Set<Integer> brokers) {
    if (brokers.size() < wanted) {
      return "The cluster has %d brokers; it needs %d first.".formatted(brokers.size(), wanted);
    }
    StringJoiner partitions = new StringJoiner(",");
    SortedSet<Integer> all = new TreeSet<>(brokers);
    for (int partition = 0; partition < topic.partitions(); partition++) {
      Set<Integer> replicas = new LinkedHashSet<>(topic.replicas().get(partition));
      List<Integer> others = new ArrayList<>(all);
      java.util.Collections.rotate(others, -partition);
      for (int other : others) {
        if (replicas.size() < wanted) {
          replicas.add(other);
        }
      }
      partitions.add(
          "{\"topic\":\"%s\",\"partition\":%d,\"replicas\":%s}"
              .formatted(topic.name(), partition, replicas.toString().replace(" ", "")));
    }
    return "echo '{\"version\":1,\"partitions\":[%s]}' > reassign.json && kafka-reassign-partitions.sh --bootstrap-server %s --reassignment-json-file reassign.json --execute"
        .formatted(partitions, bootstrap);
  }
}
